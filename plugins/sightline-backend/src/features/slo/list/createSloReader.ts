import { InputError } from '@backstage/errors';
import {
  ObjectiveProblem,
  ObjectivesPage,
  objectiveStates,
  ObjectiveState,
  ObjectiveStatus,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { inChunks } from '../../../platform/chunks';
import { Clock } from '../../../platform/clock';
import {
  Position,
  readCursor,
  writeCursor,
} from '../../../platform/paging/cursor';
import { GenerationCache } from '../../../platform/paging/GenerationCache';
import { checkLimit, MAX_LIMIT } from '../../../platform/paging/limit';
import { compareStatus } from '../engine/sortKeys';
import { readHistory } from '../history/readHistory';
import { TimelineMarks } from '../history/TimelineMarks';
import { ObjectivesQuery, objectiveSorts, SloReader } from '../SloReader';
import { readGeneration } from '../SloState';
import { csvHeader, csvRow } from './csv';
import { Ordered, readFull, readPage, readRows } from './readRows';
import { readSummaries } from './readSummaries';
import {
  applySelection,
  hashOf,
  normalise,
  ResolvedSelection,
  withGroupsUnder,
} from './selection';

export type SloReaderOptions = {
  database: Knex;
  clock: Clock;
  marks: TimelineMarks;
  /** these owners, and every group under them */
  groupsUnder(owners: readonly string[]): Promise<string[]>;
};

type States = Record<ObjectiveState, number>;

const day = 86_400_000;

const orderOf = ({
  sort = 'exhaustion',
  order = 'asc',
}: ObjectivesQuery): Ordered => {
  if (!objectiveSorts.includes(sort)) {
    throw new InputError(
      `sort must be one of ${objectiveSorts.join(', ')}, not '${sort}'`,
    );
  }
  if (order !== 'asc' && order !== 'desc') {
    throw new InputError(`order must be asc or desc, not '${order}'`);
  }
  return { sort, order };
};

const sum = (states: States, wanted: readonly ObjectiveState[]) =>
  wanted.reduce((all, state) => all + states[state], 0);

/** Answers from rows that judging has prepared. */
export const createSloReader = (options: SloReaderOptions): SloReader => {
  const { database, clock, marks, groupsUnder } = options;
  const counts = new GenerationCache<States>(300);

  const countStates = async (selection: ResolvedSelection) => {
    const rows: { state: ObjectiveState; n: number | string }[] =
      await database('slo_state as s')
        .modify(query => applySelection(query, selection, 'state'))
        .groupBy('s.state')
        .select('s.state')
        .count({ n: '*' });
    const states = Object.fromEntries(
      objectiveStates.map(state => [state, 0]),
    ) as States;
    for (const { state, n } of rows) states[state] = Number(n);
    return states;
  };

  const statesOf = (selection: ResolvedSelection, generation: number) => {
    const { state: _, ...filter } = selection.filter;
    const key = hashOf({ ...selection, filter });
    return counts.get(key, generation, () => countStates(selection));
  };

  const etag = (query: ObjectivesQuery, generation: number) => {
    const { sort, order, limit, cursor } = query;
    const asked = [normalise(query), sort, order, limit, cursor];
    return `"${generation}-${hashOf(asked)}"`;
  };

  const page = async (
    query: ObjectivesQuery,
  ): Promise<ObjectivesPage & { etag: string }> => {
    const limit = checkLimit(query.limit);
    const ordered = orderOf(query);
    const asked = normalise(query);
    const list = hashOf([asked, ordered]);
    const after = query.cursor ? readCursor(query.cursor, list) : undefined;
    // Read first: what changes meanwhile makes the etag too old, never too new.
    const generation = await readGeneration(database);
    const selection = await withGroupsUnder(asked, groupsUnder);
    const states = await statesOf(selection, generation);
    const all = await statesOf(normalise({ scope: query.scope }), generation);
    const found = await readPage(database, selection, {
      ...{ ...ordered, after, limit: limit + 1 },
    });
    const ids = found.slice(0, limit);
    const last = ids[ids.length - 1];
    const [{ n }] = await database('slo_problem').count({ n: '*' });
    return {
      items: await readRows(database, ids),
      total: sum(states, asked.filter.state ?? objectiveStates),
      of: sum(all, objectiveStates),
      states,
      ...(found.length > limit && { nextCursor: writeCursor(last, list) }),
      problems: Number(n),
      etag: etag(query, generation),
    };
  };

  async function* csv(query: ObjectivesQuery) {
    const ordered = orderOf(query);
    const selection = await withGroupsUnder(normalise(query), groupsUnder);
    yield csvHeader();
    let after: Position | undefined;
    for (let more = true; more; ) {
      const ids = await readPage(database, selection, {
        ...{ ...ordered, after, limit: MAX_LIMIT },
      });
      yield* (await readRows(database, ids)).map(csvRow);
      after = ids[ids.length - 1];
      more = ids.length === MAX_LIMIT;
    }
  }

  const ofServices = async (refs: readonly ServiceRef[]) => {
    const found = await inChunks([...new Set(refs)], 200, chunk =>
      readFull(database, query => query.whereIn('o.service', chunk)),
    );
    const services = new Map<ServiceRef, ObjectiveStatus[]>();
    for (const { status } of found) {
      const { service } = status.objective;
      services.set(service, [...(services.get(service) ?? []), status]);
    }
    for (const statuses of services.values()) statuses.sort(compareStatus);
    return services;
  };

  return {
    page,
    csv,
    etagOf: async query => etag(query, await readGeneration(database)),
    ofServices,

    summaries: refs => readSummaries(database, refs),

    async problems(service) {
      const rows: { document: string }[] = await database('slo_problem')
        .modify(query => {
          if (service !== undefined) query.where({ service });
        })
        .orderBy('place')
        .select('document');
      return rows.map(
        ({ document }) => JSON.parse(document) as ObjectiveProblem,
      );
    },

    async history(service, name, { from, to }) {
      const [found] = await readFull(database, query =>
        query.where({ 'o.service': service, 'o.name': name }),
      );
      if (!found) return undefined;
      const now = clock();
      const end = to ?? now;
      const { window } = found.status.objective;
      const length = window.kind === 'rolling' ? window.duration : 30 * day;
      return readHistory({
        ...{ database, marks, now, status: found.status },
        range: { from: from ?? end - length, to: end },
      });
    },
  };
};
