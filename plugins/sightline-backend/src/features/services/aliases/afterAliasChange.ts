import {
  Alias,
  SightlineEvents,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Outbox } from '../../../platform/outbox/outbox';
import { refreshSearch } from '../searchExtras';
import { markDirty } from '../ServicesState';
import { NameRow } from './nameRow';

/** A name before and after; nothing before when it is new. */
export type AliasChange = {
  before?: Pick<NameRow, 'state' | 'service'>;
  after: Pick<NameRow, 'kind' | 'name' | 'namespace' | 'state' | 'service'>;
  by?: string;
};

const meaning = ({
  state,
  service,
}: {
  state: Alias['state'];
  service: string | null;
}) => ({
  state,
  ...(service !== null && { service }),
});

const eventOf = ({
  before,
  after,
  by,
}: AliasChange): SightlineEvents['sightline.alias.changed'] => ({
  outside: {
    kind: after.kind as Alias['outside']['kind'],
    name: after.name,
    namespace: after.namespace,
  },
  from: before ? meaning(before) : { state: 'unseen' },
  to: meaning(after),
  ...(by && { by }),
});

const differs = ({ before, after }: AliasChange) =>
  before?.state !== after.state || before?.service !== after.service;

/** Everything that follows from names meaning something else, in their transaction. */
export const afterAliasChange = async (
  trx: Knex.Transaction,
  changes: readonly AliasChange[],
  options: { outbox: Outbox<SightlineEvents>; now: number },
): Promise<void> => {
  const real = changes.filter(differs);
  await options.outbox.append(
    trx,
    real.map(change => ({
      topic: 'sightline.alias.changed' as const,
      payload: eventOf(change),
    })),
  );
  const services = new Set(
    real.flatMap(({ before, after }) => [before?.service, after.service]),
  );
  const refs = [...services].filter((ref): ref is string => !!ref).sort();
  await refreshSearch(trx, refs);
  await markDirty(trx, refs, options.now);
};
