import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { buildSegment, Segment } from './Segment';
import { ServiceSubject, Subject } from './Subject';

/** A call in this trace is kept as an example. */
export type TraceClue = { service: ServiceRef; failed: boolean };

/** Everything that can be looked up, never changed: the next one takes its place. */
export type LookupIndex = {
  /** moves with every change */
  version: number;
  subjects: ReadonlyMap<string, Subject>;
  /** the bulk, and what came since */
  base: Segment;
  news: Segment;
  /** refs of the bulk that changed or are gone since */
  outdated: ReadonlySet<string>;
  /** services by whoever answers for them: the owner, and every group above */
  byOwner: ReadonlyMap<string, readonly ServiceSubject[]>;
  traces: ReadonlyMap<string, readonly TraceClue[]>;
  clues: number;
  /** how many of the subjects are people and teams */
  parties: number;
};

export type LookupChanges = {
  put: readonly Subject[];
  /** refs that are no longer there */
  gone: readonly string[];
  /** all of them, every time; left out when they are the same */
  traces?: ReadonlyMap<string, readonly TraceClue[]>;
};

const none: Segment = {
  ...{ subjects: [], keys: [], clues: [] },
  backwards: new Uint32Array(),
  whole: { starts: new Uint32Array(1), clues: new Uint32Array() },
  words: { starts: new Uint32Array(1), clues: new Uint32Array() },
  subjectOf: new Uint32Array(),
  firstClue: new Uint32Array(1),
};

export const emptyIndex: LookupIndex = {
  ...{ version: 0, subjects: new Map(), base: none, news: none },
  ...{ outdated: new Set(), byOwner: new Map(), traces: new Map() },
  ...{ clues: 0, parties: 0 },
};

/** So many news, and the whole is prepared anew. */
const newsAtMost = (size: number) => Math.max(200, size / 20);

const byOwnerOf = (subjects: Iterable<Subject>) => {
  const byOwner = new Map<string, ServiceSubject[]>();
  for (const subject of subjects) {
    if (subject.kind !== 'service' || !subject.owner) continue;
    for (const ref of [subject.owner.ref, ...subject.owner.path]) {
      const own = byOwner.get(ref);
      if (own) own.push(subject);
      else byOwner.set(ref, [subject]);
    }
  }
  return byOwner;
};

const countsOf = (subjects: Iterable<Subject>) => {
  const counts = { clues: 0, parties: 0 };
  for (const { clues, kind } of subjects) {
    counts.clues += clues.length;
    if (kind !== 'service') counts.parties += 1;
  }
  return counts;
};

/**
 * The next index. A few changes make a small segment beside the large one; many
 * make the large one anew.
 *
 * ```
 *   base ████████████████░██░████     what is outdated is passed over
 *   news ▒▒
 * ```
 */
export function* nextIndex(
  before: LookupIndex,
  { put, gone, traces = before.traces }: LookupChanges,
): Generator<void, LookupIndex> {
  const subjects = new Map(before.subjects);
  gone.forEach(ref => subjects.delete(ref));
  put.forEach(subject => subjects.set(subject.ref, subject));
  yield;
  const all = {
    ...{ version: before.version + 1, subjects, traces },
    byOwner: byOwnerOf(subjects.values()),
    ...countsOf(subjects.values()),
  };
  yield;
  const outdated = new Set([
    ...before.outdated,
    ...gone,
    ...put.map(({ ref }) => ref),
  ]);
  if (outdated.size > newsAtMost(before.base.subjects.length)) {
    const base = yield* buildSegment([...subjects.values()]);
    return { ...all, base, news: none, outdated: new Set() };
  }
  const fresh = [...outdated].flatMap(ref => subjects.get(ref) ?? []);
  const news = yield* buildSegment(fresh);
  return { ...all, base: before.base, news, outdated };
}
