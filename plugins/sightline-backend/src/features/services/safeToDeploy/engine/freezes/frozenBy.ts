import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Freeze, FreezeException, FreezeSubject, isAbout } from './Freeze';
import { FrozenSpan, spansAround } from './occurrences';
import { firstShowing, lastShowing } from './wallClock';

export type Frozen = {
  freeze: Freeze;
  span: FrozenSpan;
  /** it holds, but not for this */
  exception?: FreezeException;
};

export type FreezesAt = {
  /** those that hold now, the one that lasts longest first */
  now: Frozen[];
  /** the one that begins next */
  next?: Frozen;
  /** how many there are that are about this at all */
  count: number;
};

/** What freezes say about deploying something at a moment. */
export const frozenBy = (
  freezes: readonly Freeze[],
  subject: FreezeSubject,
  now: Instant,
): FreezesAt => {
  const about = freezes.filter(({ appliesTo }) => isAbout(appliesTo, subject));
  const spans = about.flatMap(freeze =>
    spansAround(freeze, now).map(span => ({ freeze, span })),
  );
  const holding = spans.filter(({ span }) => span.from <= now && now < span.to);
  const [next] = spans
    .filter(({ span }) => span.from > now)
    .filter(one => !withException(one, subject, one.span.from).exception)
    .sort((a, b) => a.span.from - b.span.from);
  return {
    now: holding
      .sort((a, b) => b.span.to - a.span.to)
      .map(one => withException(one, subject, now)),
    ...(next && { next }),
    count: about.length,
  };
};

const withException = (
  frozen: Frozen,
  subject: FreezeSubject,
  now: Instant,
): Frozen => {
  const { except, timeZone } = frozen.freeze;
  const exception = except.find(
    one =>
      isAbout(one, subject) &&
      (one.from === undefined || firstShowing(one.from, timeZone) <= now) &&
      (one.to === undefined || now < lastShowing(one.to, timeZone)),
  );
  return exception ? { ...frozen, exception } : frozen;
};
