import { Claim, clipped, TimeRange } from './claims';
import { dutyWithin } from './dutyHours';
import type { RotationLayer } from './model';
import { createTurns, Turn } from './turns';

const modulo = (number: number, by: number) => ((number % by) + by) % by;

/**
 * Who of a layer is on call when, cut at a range: turns, as far as they fall into
 * the hours of duty.
 *
 * ```
 *   turns    │      Ana      │      Ben      │
 *   duty       ├──┤ ├──┤ ├──┤ ├──┤ ├──┤
 *   claims     Ana  Ana  An┼B  Ben  Ben
 * ```
 */
export const layerClaims = (
  layer: RotationLayer,
  range: TimeRange,
  given: { timeZone: string; rank: number },
): Claim[] => {
  const { name, members, hours } = layer;
  const timeZone = layer.timeZone ?? given.timeZone;
  const duty = dutyWithin(hours, range, timeZone).flatMap(
    part => clipped(part, range) ?? [],
  );
  const claim = (user: string, { from, to }: TimeRange): Claim => ({
    ...{ user, from, to, rank: given.rank, by: { layer: name } },
    // Two turns of the same person in a row are one shift.
    shift: `${name}/${user}`,
  });
  if (members.length <= 1) {
    return members.flatMap(user => duty.map(part => claim(user, part)));
  }
  return turnsWithin(layer, { range, timeZone, duty }).map(part =>
    claim(members[modulo(part.number, members.length)], part),
  );
};

/** Parts of turns in which there is duty. */
const turnsWithin = (
  { handover }: RotationLayer,
  given: { range: TimeRange; timeZone: string; duty: readonly TimeRange[] },
): Turn[] => {
  const turns = createTurns(handover, given.timeZone);
  const parts: Turn[] = [];
  let turn = turns.at(given.range.from);
  for (const duty of given.duty) {
    while (turn.to <= duty.from) turn = turns.after(turn);
    // The turn in which duty ends may go on in the next hours of duty.
    for (let one = turn; one.from < duty.to; one = turns.after(one)) {
      turn = one;
      parts.push(...[clipped(one, duty)].flatMap(part => part ?? []));
    }
  }
  return parts;
};
