import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Instant,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { inTurns } from '../../../platform/inTurns';
import { readState } from '../ServicesState';
import { boundClues } from './engine/boundClues';
import { emptyIndex, LookupIndex, nextIndex } from './engine/LookupIndex';
import { ServiceSubject, Subject } from './engine/Subject';
import { LookupSources } from './LookupSources';
import { readMarks } from './reading/readMarks';
import { MoreClues, readMore } from './reading/readMore';
import { readParties } from './reading/readParties';
import { readServices } from './reading/readServices';

export type KeeperOptions = {
  /** only read */
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  sources: LookupSources;
};

/** What is in memory, and since when. */
export type Kept = {
  index: LookupIndex;
  /** when it was last in step with the store; undefined before the first time */
  at?: Instant;
  /** why it is not, since then */
  fault?: string;
  lost: number;
};

const SECOND = 1_000;
/** A fleet in motion changes all the time: it is compared so often at most. */
const comparedEvery = 15 * SECOND;
/** Other features are asked so often; people and teams are read then, too. */
const askedEvery = 60 * SECOND;
/** All is read again: what marks do not show is found then. */
const readAnewEvery = 600 * SECOND;

type Seen = {
  generation?: number;
  comparedAt: Instant;
  askedAt: Instant;
  readAt: Instant;
};

const never: Seen = {
  ...{ comparedAt: -Infinity, askedAt: -Infinity, readAt: -Infinity },
};

const nothing: MoreClues = { services: new Map(), traces: new Map() };

const isSame = (a: Subject | undefined, b: Subject) =>
  a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/**
 * Keeps an index in step with the store. Each round looks what moved, reads that
 * alone, and puts a new index in the old one's place; a round that fails leaves
 * the old one standing.
 *
 * ```
 *   services_state.generation ─moved─▶ marks ─differ─▶ these services ─┐
 *   services_entity                                    people, teams  ─┼▶ next index
 *   calls, workloads                                   more clues     ─┘
 * ```
 */
export const createIndexKeeper = (options: KeeperOptions) => {
  const { database, clock, logger, sources } = options;
  const declared = new Map<ServiceRef, ServiceSubject>();
  const lost = new Map<ServiceRef, number>();
  let marks: ReadonlyMap<string, string> = new Map();
  let more = nothing;
  let seen = never;
  let kept: Kept = { index: emptyIndex, lost: 0 };

  /** Refs of services that are to be put together anew. */
  const readChanged = async (now: Instant): Promise<Set<ServiceRef>> => {
    const { generation } = await readState(database);
    const readAll = now - seen.readAt >= readAnewEvery;
    // Nobody waits for the first ones.
    const isFirst = declared.size === 0;
    const isDue = isFirst || now - seen.comparedAt >= comparedEvery;
    if (!readAll && (generation === seen.generation || !isDue)) {
      return new Set();
    }
    const found = await readMarks(database);
    const moved = [...found.keys()].filter(
      ref => readAll || found.get(ref) !== marks.get(ref),
    );
    for (const subject of await readServices(database, moved)) {
      declared.set(subject.ref, subject);
    }
    const gone = [...declared.keys()].filter(ref => !found.has(ref));
    gone.forEach(ref => declared.delete(ref));
    marks = found;
    seen = { ...seen, generation, comparedAt: now };
    if (readAll) seen.readAt = now;
    return new Set([...moved, ...gone]);
  };

  /** The same, by what other features say. */
  const askMore = async (now: Instant): Promise<ServiceRef[]> => {
    if (declared.size === 0 || now - seen.askedAt < askedEvery) return [];
    seen = { ...seen, askedAt: now };
    try {
      const before = more;
      more = await readMore(sources, [...declared.keys()]);
      return [...before.services.keys(), ...more.services.keys()];
    } catch (error) {
      logger.warn(
        `What calls and workloads know is as old as it was: ${error}`,
      );
      return [];
    }
  };

  const together = (ref: ServiceRef): ServiceSubject | undefined => {
    const subject = declared.get(ref);
    lost.delete(ref);
    if (!subject) return undefined;
    const others = more.services.get(ref) ?? [];
    const bound = boundClues([...subject.clues, ...others]);
    if (bound.lost > 0) lost.set(ref, bound.lost);
    return { ...subject, clues: bound.clues };
  };

  const changesIn = (
    refs: ReadonlySet<string>,
    parties: readonly Subject[] | undefined,
  ) => {
    const before = kept.index.subjects;
    const now = [...refs].flatMap(ref => together(ref) ?? []);
    const goneServices = [...refs].filter(
      ref => before.has(ref) && !declared.has(ref),
    );
    const present = parties && new Set(parties.map(({ ref }) => ref));
    const goneParties = [...before.values()]
      .filter(
        ({ kind, ref }) => kind !== 'service' && present?.has(ref) === false,
      )
      .map(({ ref }) => ref);
    return {
      put: [...now, ...(parties ?? [])].filter(
        subject => !isSame(before.get(subject.ref), subject),
      ),
      gone: [...goneServices, ...goneParties],
      traces: more.traces,
    };
  };

  const follow = async () => {
    const now = clock();
    const moved = await readChanged(now);
    const told = await askMore(now);
    const isAsked = seen.askedAt === now;
    const parties =
      isAsked || moved.size > 0 ? await readParties(database) : undefined;
    const changes = changesIn(new Set([...moved, ...told]), parties);
    const isNews =
      changes.put.length + changes.gone.length > 0 ||
      changes.traces !== kept.index.traces;
    const index = isNews
      ? await inTurns(nextIndex(kept.index, changes))
      : kept.index;
    const all = [...lost.values()].reduce((sum, count) => sum + count, 0);
    kept = { index, at: now, lost: all };
  };

  return {
    kept: (): Kept => kept,
    /** one round; throws when the store cannot be read, and the index stands */
    async follow() {
      try {
        await follow();
      } catch (error) {
        kept = { ...kept, fault: String(error) };
        throw error;
      }
    },
  };
};
