import {
  ServiceRef,
  SloSummary,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { inChunks } from '../../../platform/chunks';
import { summaryOf } from '../engine/summaryOf';
import { nothing } from '../judging/stateRow';
import { StateColumns } from '../tables';
import { readFull } from './readRows';

const CHUNK = 200;

type Narrow = Pick<
  StateColumns,
  'id' | 'service' | 'state_key' | 'budget_key' | 'title_key'
>;

/** As `compareStatus`, by what lists sort by. */
const compare = (a: Narrow, b: Narrow): number =>
  a.state_key - b.state_key ||
  leftOf(a) - leftOf(b) ||
  (a.title_key < b.title_key ? -1 : 1);

const leftOf = ({ budget_key: left }: Narrow) => (left === nothing ? 2 : left);

/**
 * Services by the worst of their objectives. Narrow rows say which that is; only its
 * documents are read, because the whole fleet is looked at every minute.
 */
export const readSummaries = async (
  knex: Knex,
  refs: readonly ServiceRef[],
): Promise<Map<ServiceRef, SloSummary>> => {
  const rows = await inChunks(
    [...new Set(refs)],
    CHUNK,
    (chunk): PromiseLike<Narrow[]> =>
      knex('slo_state')
        .whereIn('service', chunk)
        .select('id', 'service', 'state_key', 'budget_key', 'title_key'),
  );
  const services = new Map<ServiceRef, { worst: Narrow; objectives: number }>();
  for (const row of rows) {
    const { worst, objectives } = services.get(row.service) ?? {
      ...{ worst: row, objectives: 0 },
    };
    services.set(row.service, {
      worst: compare(row, worst) < 0 ? row : worst,
      objectives: objectives + 1,
    });
  }
  const ids = [...services.values()].map(({ worst }) => worst.id);
  const full = await inChunks(ids, CHUNK, chunk =>
    readFull(knex, query => query.whereIn('o.id', chunk)),
  );
  return new Map(
    full.map(({ status }) => {
      const { service } = status.objective;
      const objectives = services.get(service)?.objectives ?? 1;
      return [service, { ...summaryOf([status]), objectives }];
    }),
  );
};
