import {
  ContractVerdict,
  Evidence,
  Instant,
  Millis,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import {
  BrokerVerdict,
  ContractBroker,
} from '@sightline/backstage-plugin-sightline-node';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { BrokerMirror, Contracted, keyOf } from '../engine/BrokerMirror';
import { Question } from '../engine/demands';
import { readVerdict } from '../engine/verdict';

/** A verification may be published without anything being deployed. */
const askedAgainAfter: Millis = 60_000;
const keptFor: Millis = 7 * 86_400_000;
/** Pipelines ask for every build; who asks for more than that asks for nonsense. */
const keptAtMost = 20_000;
const patience: Millis = 20_000;

type VerdictRow = {
  basis: string;
  asked_at: number | string;
  document: string;
};
type Said = { verdict: BrokerVerdict; at: Instant; isOld: boolean };

const hashOf = (text: string) =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);

/**
 * Asks a broker about one version and one environment, and keeps what it said as
 * long as nothing it rests on is different:
 *
 * ```
 *   question ─▶ kept, as young as a minute, on the same basis? ─▶ that
 *            └▶ broker ─┬▶ answers   ─▶ kept
 *                       └▶ is away   ─▶ the last one, its age, and "could not be asked"
 * ```
 */
export const createVerdicts = (options: {
  database: Knex;
  clock: Clock;
  brokers: readonly ContractBroker[];
}) => {
  const { database, clock } = options;
  const brokers = new Map(options.brokers.map(broker => [broker.id, broker]));
  const underWay = new Map<string, ReturnType<typeof ask>>();

  const keptOf = async (id: string): Promise<VerdictRow | undefined> =>
    database('contracts_verdict').where({ id }).first();

  const keep = async (id: string, basis: string, verdict: BrokerVerdict) => {
    const asked_at = clock();
    const row = { basis, asked_at, document: JSON.stringify(verdict) };
    await database('contracts_verdict')
      .insert({ id, ...row })
      .onConflict('id')
      .merge();
    await database('contracts_verdict')
      .where('asked_at', '<', asked_at - keptFor)
      .delete();
    const beyond: Pick<VerdictRow, 'asked_at'> | undefined = await database(
      'contracts_verdict',
    )
      .orderBy('asked_at', 'desc')
      .offset(keptAtMost)
      .first('asked_at');
    if (beyond) {
      await database('contracts_verdict')
        .where('asked_at', '<=', beyond.asked_at)
        .delete();
    }
    return asked_at;
  };

  const ask = async (
    mirror: BrokerMirror,
    question: Question,
  ): Promise<{ said?: Said; unavailable?: string }> => {
    const id = idOf(mirror.broker, question);
    const basis = basisOf(mirror, question);
    const kept = await keptOf(id);
    const last = kept && toSaid(kept);
    const isSame = kept?.basis === basis;
    if (last && isSame && clock() - last.at < askedAgainAfter) {
      return { said: { ...last, isOld: false } };
    }
    const answer = await answerOf(brokers.get(mirror.broker), question);
    if ('verdict' in answer) {
      const at = await keep(id, basis, answer.verdict);
      return { said: { verdict: answer.verdict, at, isOld: false } };
    }
    return { ...(last && { said: last }), unavailable: answer.unavailable };
  };

  return {
    async of(
      contracted: Contracted,
      mirror: BrokerMirror,
      question: Question,
    ): Promise<ContractVerdict> {
      const key = keyOf(
        idOf(mirror.broker, question),
        basisOf(mirror, question),
      );
      let asking = underWay.get(key);
      if (!asking) {
        asking = ask(mirror, question).finally(() => underWay.delete(key));
        underWay.set(key, asking);
      }
      const { said, unavailable } = await asking;
      const verdict = readVerdict({
        ...{ ...question, mirror },
        ...(said && { broker: { ...said.verdict, isOld: said.isOld } }),
        ...(unavailable !== undefined && {
          unavailable: said
            ? `${unavailable}. What it said at ${toIso(said.at)} is below`
            : unavailable,
        }),
      });
      const evidence: Evidence = {
        source: mirror.broker,
        observedAt: toIso(said?.at ?? mirror.observedAt),
        validFor: mirror.freshFor,
      };
      return {
        pacticipant: contracted.pacticipant(
          mirror.broker,
          question.pacticipant,
        ),
        ...{ version: question.version, environment: question.environment },
        ...verdict,
        evidence,
      };
    },
  };
};

export type Verdicts = ReturnType<typeof createVerdicts>;

const idOf = (broker: string, q: Question) =>
  hashOf(keyOf(broker, q.pacticipant, q.version, q.environment));

/** What is there, and how pacts of this name stand: with another basis it is asked anew. */
const basisOf = (mirror: BrokerMirror, q: Question): string => {
  const present = mirror.inEnvironments
    .filter(({ environment }) => environment === q.environment)
    .map(({ pacticipant, version, instance, how }) =>
      keyOf(pacticipant, version.number, instance, how),
    );
  const pacts = mirror.pacts
    .filter(
      ({ consumer, provider }) =>
        consumer === q.pacticipant || provider === q.pacticipant,
    )
    .map(pact => JSON.stringify(pact));
  return hashOf(keyOf(...present.sort(), ...pacts.sort()));
};

const toSaid = ({ asked_at, document }: VerdictRow): Said => ({
  verdict: JSON.parse(document),
  at: Number(asked_at),
  isOld: true,
});

const answerOf = async (
  broker: ContractBroker | undefined,
  question: Question,
): Promise<{ verdict: BrokerVerdict } | { unavailable: string }> => {
  if (!broker) return { unavailable: 'it cannot be asked about one version' };
  const { pacticipant, version, environment } = question;
  try {
    const answer = await broker.canIDeploy(
      { pacticipant, version, environment },
      { signal: AbortSignal.timeout(patience) },
    );
    return answer.outcome === 'ok'
      ? { verdict: answer.value }
      : { unavailable: answer.fault.words };
  } catch (error) {
    return {
      unavailable: String(error instanceof Error ? error.message : error),
    };
  }
};
