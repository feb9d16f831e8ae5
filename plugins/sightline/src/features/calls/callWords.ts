import {
  CallLink,
  CallMode,
} from '@sightline/backstage-plugin-sightline-common';
import { duration, finePercent } from '../../ui/figures';

export const modeWords: Record<CallMode, string> = {
  sync: 'waits for the answer',
  async: 'does not wait',
};

export type Direction = 'callers' | 'callees';

/** What is said where there is none, which differs from not being told. */
export const noLink = {
  callers: 'Nobody called it in this window.',
  callees: 'It called nobody in this window.',
  untold: 'Whom it calls only its own traces could tell, and it sends none.',
};

/** Quantiles are up to 5 % off on either side, and clocks tick in milliseconds. */
const isSame = (one: number, other: number) =>
  Math.abs(one - other) <= Math.max(2, 0.1 * Math.max(one, other));

/** How much longer the caller waits than the callee takes, at p95; undefined: not both told. */
export const extraWait = ({
  figures,
  callerView,
}: CallLink): number | undefined =>
  figures.p95 === undefined || callerView?.p95 === undefined
    ? undefined
    : callerView.p95 - figures.p95;

/** Both ends saw the same, as far as can be told. */
export const waitsAlike = ({ figures, callerView }: CallLink): boolean =>
  isSame(callerView?.p95 ?? 0, figures.p95 ?? 0);

const waitWords = (link: CallLink, caller: string): string => {
  const extra = extraWait(link);
  if (extra === undefined) {
    return '';
  }
  if (waitsAlike(link)) {
    return `${caller} as long as it takes`;
  }
  return extra > 0
    ? `${caller} ${duration(
        extra,
      )} longer than it takes (p95): on the way, in queues, or for connections`
    : `${caller} ${duration(
        -extra,
      )} less than it takes (p95): some give up before the answer`;
};

const errorWords = ({ figures, callerView }: CallLink): string => {
  const more = (callerView?.errorRatio ?? 0) - figures.errorRatio;
  return more > 0.002
    ? `${finePercent(
        callerView!.errorRatio,
      )} fail as the caller sees it, ${finePercent(
        figures.errorRatio,
      )} as the callee does`
    : '';
};

/** The same calls as seen from both ends, compared in words; undefined: only one end told. */
export const bothViews = (
  link: CallLink,
  direction: Direction,
): string | undefined => {
  if (!link.callerView) {
    return undefined;
  }
  const caller = direction === 'callers' ? 'the caller waits' : 'this waits';
  const words = [waitWords(link, caller), errorWords(link)].filter(Boolean);
  const text = words.join('; ');
  return text
    ? `${text[0].toLocaleUpperCase('en')}${text.slice(1)}.`
    : undefined;
};
