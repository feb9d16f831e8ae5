import { InputError, NotFoundError } from '@backstage/errors';
import { SightlineEvents } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { Outbox } from '../../../platform/outbox/outbox';
import { lockState } from '../ServicesState';
import { afterAliasChange } from './afterAliasChange';
import { AliasDecision, AliasDecisions } from './AliasReader';
import { Fleet, FleetMatcher } from './FleetMatcher';
import { matchColumns, NameRow, outsideOf, toAlias } from './nameRow';

export type AliasDecisionsOptions = {
  database: Knex;
  outbox: Outbox<SightlineEvents>;
  clock: Clock;
  fleet: FleetMatcher;
};

type Deciding = { by: string; now: number; current: Fleet };

const MOST = 500;

const serviceOf = (
  decision: AliasDecision & { decision: 'accept' },
  row: NameRow,
) => {
  const [first] = JSON.parse(row.candidates) as { service: string }[];
  const service = decision.service ?? row.service ?? first?.service;
  if (!service) {
    throw new InputError(
      `'${row.name}' has no candidate; name the service it stands for`,
    );
  }
  return service.toLocaleLowerCase('en-US');
};

const assertExists = async (trx: Knex.Transaction, ref: string) => {
  if (!(await trx('services_service').where('ref', ref).first('ref'))) {
    throw new InputError(`There is no service ${ref}`);
  }
};

/** The row as it is after one decision; candidates stay, for whoever decides next. */
const decided = async (
  trx: Knex.Transaction,
  row: NameRow,
  decision: AliasDecision,
  { by, now, current }: Deciding,
): Promise<NameRow> => {
  if (decision.decision === 'undo') {
    const match = matchColumns(current.matcher.match(outsideOf(row)));
    return { ...row, ...match, decided_by: null, decided_at: null };
  }
  const marked = { ...row, decided_by: by, decided_at: now };
  if (decision.decision === 'reject') {
    return {
      ...marked,
      state: 'rejected',
      service: null,
      score: null,
      reason: null,
    };
  }
  const service = serviceOf(decision, row);
  await assertExists(trx, service);
  return {
    ...marked,
    state: 'accepted',
    service,
    score: 1,
    reason: `accepted by ${by}`,
  };
};

const assertDistinct = (decisions: readonly AliasDecision[]) => {
  if (decisions.length > MOST) {
    throw new InputError(
      `At most ${MOST} decisions at once, not ${decisions.length}`,
    );
  }
  if (new Set(decisions.map(({ id }) => id)).size < decisions.length) {
    throw new InputError('There are two decisions about the same name');
  }
};

const audit = (before: NameRow, after: NameRow, { by, now }: Deciding) => ({
  name_id: before.id,
  at: now,
  by,
  before: JSON.stringify(toAlias(before)),
  after: JSON.stringify(toAlias(after)),
});

export const createAliasDecisions = (
  options: AliasDecisionsOptions,
): AliasDecisions => {
  const { database, outbox, clock, fleet } = options;

  const decideOne = async (
    trx: Knex.Transaction,
    decision: AliasDecision,
    deciding: Deciding,
  ) => {
    const before: NameRow | undefined = await trx('services_name')
      .where('id', decision.id)
      .first();
    if (!before) {
      throw new NotFoundError(
        `There is no outside name with id ${decision.id}`,
      );
    }
    const after = await decided(trx, before, decision, deciding);
    await trx('services_name').where('id', before.id).update(after);
    await trx('services_alias_audit').insert(audit(before, after, deciding));
    return { before, after, by: deciding.by };
  };

  return {
    async decide(decisions, { userRef }) {
      assertDistinct(decisions);
      const current = await fleet.current();
      return database.transaction(async trx => {
        await lockState(trx);
        const deciding = { by: userRef, now: clock(), current };
        const changes = [];
        for (const decision of decisions) {
          changes.push(await decideOne(trx, decision, deciding));
        }
        await afterAliasChange(trx, changes, { outbox, now: deciding.now });
        return changes.map(({ after }) => toAlias(after));
      });
    },
  };
};
