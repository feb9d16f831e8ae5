import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { breathe, chunks } from '../../../platform/chunks';
import { Counts, Doubt, judgeSweep } from '../engine/judgeSweep';
import { readState } from '../ServicesState';
import { CatalogMirror, KnownEtags } from './CatalogMirror';
import { CatalogReader } from './CatalogReader';

export type SweepOptions = {
  reader: CatalogReader;
  mirror: CatalogMirror;
  database: Knex;
  clock: Clock;
};

export type SweepContext = { signal: AbortSignal; countCall(): void };

export type SweepResult = {
  changed: number;
  forgotten: number;
  /** what the answer leaves in doubt, in words */
  notes: string[];
};

/** Entities held in memory at once: about 2 MB, whatever the fleet's size. */
const FETCH = 500;
/** Compared at once: a request takes several turns, and each may wait for one of these. */
const COMPARE = 250;

type Seen = {
  counts: Record<string, number>;
  changed: string[];
  gone: KnownEtags;
};

const kindOf = (ref: string) => ref.slice(0, ref.indexOf(':'));

const countKinds = (refs: Iterable<string>): Counts => {
  const counts: Record<string, number> = {};
  for (const ref of refs) {
    counts[kindOf(ref)] = (counts[kindOf(ref)] ?? 0) + 1;
  }
  return counts;
};

/** Compares every etag with the one kept; what is left over is gone. */
const compare = async (
  reader: CatalogReader,
  known: KnownEtags,
  context: SweepContext,
): Promise<Seen> => {
  const seen: Seen = { counts: {}, changed: [], gone: new Map(known) };
  for await (const page of reader.glimpses()) {
    context.signal.throwIfAborted();
    context.countCall();
    for (const some of chunks(page, COMPARE)) {
      for (const { ref, kind, etag } of some) {
        seen.counts[kind] = (seen.counts[kind] ?? 0) + 1;
        if (known.get(ref) !== etag) {
          seen.changed.push(ref);
        }
        seen.gone.delete(ref);
      }
      await breathe();
    }
  }
  return seen;
};

/** What others refer to comes first, so that most rows are made once. */
const inOrder = (refs: readonly string[]) => [
  ...refs.filter(ref => kindOf(ref) !== 'component'),
  ...refs.filter(ref => kindOf(ref) === 'component'),
];

/**
 * One comparison of the whole catalog with what is kept.
 *
 * ```
 *   glimpses (ref, etag) ─▶ differ? ─▶ fetch 500 ─▶ keep in one transaction ─▶ next 500
 *                        └▶ missing? ─▶ judge the sweep ─▶ forget
 * ```
 *
 * Each 500 stand by themselves: a sweep cut off half-way has kept half, and the
 * next goes on from there. Only a complete one forgets anything.
 */
export const sweepCatalog = async (
  options: SweepOptions,
  context: SweepContext,
): Promise<SweepResult> => {
  const { reader, mirror, database, clock } = options;
  const startedAt = clock();
  const known = await mirror.etags();
  const seen = await compare(reader, known, context);
  for (const chunk of chunks(inOrder(seen.changed), FETCH)) {
    context.signal.throwIfAborted();
    context.countCall();
    await mirror.keep(await reader.fetch(chunk));
    await breathe();
  }
  const state = await readState(database);
  const verdict = judgeSweep({
    kept: countKinds(known.keys()),
    seen: seen.counts,
    before: state.doubt ? (JSON.parse(state.doubt) as Doubt) : {},
    now: clock(),
  });
  const forget = [...seen.gone.keys()].filter(ref =>
    verdict.believed.includes(kindOf(ref)),
  );
  if (forget.length > 0) {
    await mirror.forget(forget, startedAt);
  }
  await mirror.rebuildStale();
  const inDoubt = verdict.notes.length > 0;
  await database('services_state')
    .where('id', 1)
    .update(
      inDoubt
        ? { doubt: JSON.stringify(verdict.doubt) }
        : { doubt: null, swept_at: startedAt },
    );
  return {
    changed: seen.changed.length,
    forgotten: forget.length,
    notes: verdict.notes,
  };
};
