import type { Instant } from '../../units/time';
import { Claim, clipped, TimeRange } from './claims';
import { withinHorizon } from './horizon';
import { layerClaims } from './layerClaims';
import type { Rotation, RotationLevel } from './model';
import { overrideClaims } from './overrideClaims';
import { settle, Settled } from './settle';
import type { GapReason, IsKnownUser, RotationGap, Slot } from './slot';
import { levelIn, levelsOf, Spell, spellsOf } from './spells';

/** What a rotation says about a stretch of time. @public */
export type Slots = {
  /** by level, then by time; those of a level touch, and leave nothing out */
  slots: Slot[];
  /** what was reckoned: of a range that is too long, the first part */
  range: TimeRange;
  /** whether that is less than was asked for */
  cut: boolean;
};

const everybody: IsKnownUser = () => true;

const gapReason = (declared: RotationLevel | undefined): GapReason => {
  if (!declared) return 'not-begun';
  return declared.layers.some(({ members }) => members.length > 0)
    ? 'no-shift'
    : 'nobody-in-it';
};

/** What the shifts leave free of a range. */
const freeOf = (range: TimeRange, shifts: readonly TimeRange[]) => {
  const free: TimeRange[] = [];
  let from: Instant = range.from;
  for (const shift of shifts) {
    const part = clipped(shift, range);
    if (!part) continue;
    if (from < part.from) free.push({ from, to: part.from });
    from = part.to;
  }
  return from < range.to ? [...free, { from, to: range.to }] : free;
};

/** A gap does not end where a version ends that says no more than the next. */
const withoutSeams = (gaps: readonly RotationGap[]): RotationGap[] => {
  const all: RotationGap[] = [];
  for (const gap of gaps) {
    const last = all.at(-1);
    if (last?.to === gap.from && last.reason === gap.reason) last.to = gap.to;
    else all.push({ ...gap });
  }
  return all;
};

type Level = { level: number; spells: readonly Spell[] };

const gapsOf = (
  { level, spells }: Level,
  settled: readonly TimeRange[],
): RotationGap[] =>
  withoutSeams(
    spells.flatMap(spell => {
      const declared = levelIn(spell, level);
      // A version without this level has no gap in it.
      if (spell.version && !declared) return [];
      const reason = gapReason(declared);
      return freeOf(spell, settled).map(free => ({ level, ...free, reason }));
    }),
  );

const settledOf = (
  rotation: Rotation,
  { level, spells }: Level,
  range: TimeRange,
): Settled<Claim>[] => {
  const { timeZone } = rotation;
  const claims = spells.flatMap(spell =>
    (levelIn(spell, level)?.layers ?? []).flatMap((layer, rank) =>
      layerClaims(layer, spell, { timeZone, rank }),
    ),
  );
  return settle([...claims, ...overrideClaims(rotation, level, range)]);
};

const toSlot = (
  { from, to, winners: [{ user, by }] }: Settled<Claim>,
  { level, isKnown }: { level: number; isKnown: IsKnownUser },
): Slot =>
  isKnown(user)
    ? { level, from, to, user, by }
    : { level, from, to, reason: 'unknown-user', user };

/**
 * Everything a rotation says about a range: who is on call and where nobody is, on
 * each level. Whoever has the last word and is not known leaves a gap: nobody else
 * was told to step in.
 *
 * ```
 *   versions    ├───── 1 ─────────┼────── 2 ─────────
 *   layers      ├ Ana ┤   ├ Ben ──┼ Ben ┤    ├ Ana ┤
 *   overrides      ├ Dan ┤
 *   slots       ├A┼─ Dan ─┼─ Ben ───────┼gap─┼─ Ana ┤
 * ```
 *
 * Reckons 400 days at most, and 20,000 shifts. Throws a RangeError for a zone or a
 * time of day that is none.
 * @public
 */
export const slotsWithin = (
  rotation: Rotation,
  asked: TimeRange,
  isKnown: IsKnownUser = everybody,
): Slots => {
  const range = withinHorizon(rotation, asked);
  const spells = spellsOf(rotation, range);
  const slots = levelsOf(rotation).flatMap(level => {
    const settled = settledOf(rotation, { level, spells }, range);
    const shifts = settled.map(one => toSlot(one, { level, isKnown }));
    const gaps = gapsOf({ level, spells }, settled);
    return [...shifts, ...gaps].sort((a, b) => a.from - b.from);
  });
  return { slots, range, cut: range.to < asked.to };
};
