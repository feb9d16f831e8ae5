import { Call } from './slowCalls';

type Placed = { call: Call; begin: number; end: number; shift: number };

/** When each call of a journey began, and how long the journey took in it alone. */
export const timesOf = (root: Call) => {
  const first = { call: root, begin: 0, end: root.span.duration, shift: 0 };
  const all = placedBelow(first, root);
  const critical = new Map<Call, number>();
  walk(first, all, critical);
  return new Map(
    all.map(({ call, begin }) => [
      call,
      { begin, critical: critical.get(call) ?? 0 },
    ]),
  );
};

/** A call and those below it, since the root began. */
const placedBelow = (parent: Placed, root: Call): Placed[] => [
  parent,
  ...parent.call.below.flatMap(call =>
    placedBelow(placed(call, parent, root), root),
  ),
];

const placed = (call: Call, parent: Placed, root: Call): Placed => {
  const told = call.span.start - root.span.start;
  const { duration } = call.span;
  const moved = told + parent.shift;
  if (call.isAsync) {
    const wait = moved - parent.begin;
    const begin = wait < 0 || wait > 3.6e9 ? parent.begin : moved;
    return { call, begin, end: begin + duration, shift: begin - told };
  }
  const early = parent.begin - moved;
  const late = moved + duration - parent.end;
  const fits = duration <= parent.end - parent.begin;
  let by = 0;
  if (fits && early > 0) by = early <= duration ? early : 0;
  else if (fits && late > 0) by = late <= duration ? -late : 0;
  const clip = (moment: number) =>
    Math.max(parent.begin, Math.min(parent.end, moment));
  return {
    call,
    begin: clip(moved + by),
    end: clip(moved + by + duration),
    shift: parent.shift + by,
  };
};

/** Gives every moment of a call, from its end to its begin, to whoever it was waiting for. */
const walk = (
  { call, begin, end }: Placed,
  times: Placed[],
  critical: Map<Call, number>,
) => {
  let own = 0;
  let moment = end;
  let left = call.below
    .filter(one => !one.isAsync)
    .map(one => times.find(time => time.call === one)!);
  for (;;) {
    left = endedBy(left, moment);
    const [last] = left;
    if (!last) break;
    own += moment - last.end;
    walk(last, times, critical);
    moment = last.begin;
    left = left.slice(1);
  }
  critical.set(call, own + moment - begin);
};

/** The last to end comes first. */
const endedBy = (calls: Placed[], moment: number) =>
  calls
    .filter(({ end }) => end <= moment)
    .sort(
      (a, b) =>
        b.end - a.end ||
        a.begin - b.begin ||
        (a.call.span.spanId < b.call.span.spanId ? -1 : 1),
    );
