import {
  Deploy,
  DeploysPage,
  Instant,
  ServiceRef,
  TimelineMark,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { readCursor, writeCursor } from '../../../platform/paging/cursor';
import { checkLimit } from '../../../platform/paging/limit';
import { DeployRow, hashOf, keyOf, numberOr } from '../store/tables';
import { DeploysQuery } from '../WorkloadsReader';
import { NamesOfServices } from './serviceNames';

/** Rows looked through at once, and how often for one page, when few may be seen. */
const rowsAtOnce = 200;
const roundsAtMost = 10;

/** Marks on one time line. */
const marksAtMost = 200;

type Position = { at: number; id: string };

export type DeployRange = {
  named?: readonly string[];
  since?: Instant;
  until?: Instant;
  after?: Position;
  limit: number;
};

/** Newest first. */
const readDeployRows = (
  knex: Knex,
  { named, since, until, after, limit }: DeployRange,
): Promise<DeployRow[]> =>
  knex('workloads_deploy')
    .modify(query => {
      if (named) query.whereIn('named', [...named]);
      if (since !== undefined) query.where('at', '>=', since);
      if (until !== undefined) query.where('at', '<=', until);
      if (after) query.whereRaw('(at, id) < (?, ?)', [after.at, after.id]);
    })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);

/** What happened stays so. */
const forEver = Number.MAX_SAFE_INTEGER;

const toDeploy = (
  row: DeployRow,
  service: ServiceRef | undefined,
  sourceOf: (cluster: string) => string,
): Deploy => {
  const completedAt = numberOr(row.completed_at);
  return {
    id: row.id,
    workload: keyOf(row.cluster, row.named),
    ...(service !== undefined && { service }),
    ...{ kind: row.kind, at: toIso(Number(row.at)) },
    ...(completedAt !== undefined && { completedAt: toIso(completedAt) }),
    ...(row.from_version !== null && { fromVersion: row.from_version }),
    ...(row.to_version !== null && { toVersion: row.to_version }),
    ...{ images: JSON.parse(row.images), words: row.words },
    evidence: {
      source: sourceOf(row.cluster),
      observedAt: toIso(Number(row.found_at)),
      validFor: forEver,
    },
  };
};

const markOf = ({ at, words, workload, evidence }: Deploy): TimelineMark => {
  const { kind, name, cluster } = workload;
  return {
    ...{ at, kind: 'deploy', evidence },
    words: `${words} (${kind} ${name} in ${cluster})`,
  };
};

/** What was deployed, newest first. */
export const createDeployReader = (options: {
  database: Knex;
  names: NamesOfServices;
  sourceOf(): Promise<(cluster: string) => string>;
}) => {
  const { database, names, sourceOf } = options;

  const namedOf = async (ref: ServiceRef) =>
    (await names.of([ref])).get(ref) ?? [];

  const deploysIn = async (rows: readonly DeployRow[]) => {
    const services = await names.servicesOf(rows.map(({ named }) => named));
    const source = await sourceOf();
    return rows.map(row => toDeploy(row, services.get(row.named), source));
  };

  const positionOf = ({ at, id }: { at: number | string; id: string }) => ({
    ...{ at: Number(at), id },
  });

  const ofService = async (
    ref: ServiceRef,
    range: Omit<DeployRange, 'named' | 'after'>,
  ): Promise<Deploy[]> => {
    const named = await namedOf(ref);
    if (named.length === 0) return [];
    return deploysIn(await readDeployRows(database, { ...range, named }));
  };

  return {
    ofService,

    async page(query: DeploysQuery): Promise<DeploysPage> {
      const { service, since, until, mayRead } = query;
      const limit = checkLimit(query.limit);
      const list = hashOf(JSON.stringify(['deploys', service, since, until]));
      const from = query.cursor ? readCursor(query.cursor, list) : undefined;
      const named = service && (await namedOf(service));
      if (named?.length === 0) return { items: [] };
      let after = from && positionOf({ at: Number(from.key), id: from.id });
      let more = true;
      const seen: { deploy: Deploy; position: Position }[] = [];
      for (let n = 0; more && n < roundsAtMost && seen.length <= limit; n++) {
        const rows = await readDeployRows(database, {
          ...{ named, since, until, after, limit: rowsAtOnce },
        });
        const deploys = await deploysIn(rows);
        const isSeen = await mayRead?.(deploys.map(one => one.service));
        rows.forEach((row, at) => {
          const deploy = deploys[at];
          if (isSeen && !isSeen(deploy.service)) return;
          seen.push({ deploy, position: positionOf(row) });
        });
        more = rows.length === rowsAtOnce;
        if (rows.length > 0) after = positionOf(rows[rows.length - 1]);
      }
      const items = seen.slice(0, limit);
      // Where few may be seen a page may be short, and go on all the same.
      const end = seen.length > limit ? items[limit - 1].position : after;
      return {
        items: items.map(({ deploy }) => deploy),
        ...(end &&
          (more || seen.length > limit) && {
            nextCursor: writeCursor({ key: String(end.at), id: end.id }, list),
          }),
      };
    },

    async marks(
      ref: ServiceRef,
      { from, to }: { from: Instant; to: Instant },
    ): Promise<TimelineMark[]> {
      const deploys = await ofService(ref, {
        ...{ since: from, until: to, limit: marksAtMost },
      });
      return deploys.reverse().map(markOf);
    },
  };
};
