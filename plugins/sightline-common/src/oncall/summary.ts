import type { Evidence } from '../evidence/Evidence';
import type { Unknown } from '../evidence/Known';
import type { IsoTime } from '../units/time';
import type { OnCallNow, OnCallOrigin, OnCallState } from './model';

/** Who answers, in a column: a name and until when, or the gap. @public */
export type OnCallSummary = {
  state: OnCallState;
  /** one sentence: "Ana Marković is on call until 18:00 UTC" */
  words: string;
  team: { ref: string; name: string };
  /** of the first level; empty where there is a gap */
  who: { ref: string; name: string }[];
  /** until when that holds */
  until?: IsoTime;
  origin: OnCallOrigin['kind'];
  unknown?: Unknown;
  evidence?: Evidence;
};

/** Every team of which somebody keeps who is on call. @public */
export type OnCallList = {
  at: IsoTime;
  items: OnCallNow[];
  /** rotations that cannot be read, or are passed over, in words */
  problems: { place: string; words: string }[];
};

/** The whole answer in the few words of a column. @public */
export const onCallSummary = (now: OnCallNow): OnCallSummary => {
  const { state, headline, team, levels, origin, unknown, evidence } = now;
  const first = levels.find(({ level }) => level === 1);
  const responders = first?.responders ?? [];
  const until = [
    ...responders.flatMap(one => one.until ?? []),
    ...(first?.gap?.until ? [first.gap.until] : []),
  ].sort()[0];
  return {
    ...{ state, words: headline, team, origin: origin.kind },
    who: responders.map(({ ref, name }) => ({ ref, name })),
    ...(until !== undefined && { until }),
    ...(unknown && { unknown }),
    ...(evidence && { evidence }),
  };
};
