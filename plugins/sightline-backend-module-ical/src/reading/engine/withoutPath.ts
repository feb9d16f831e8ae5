import type { Outcome } from '@sightline/backstage-plugin-sightline-node';

/** What stands in every address, and opens nothing. */
const plain = new Set(['', 'ical', 'calendar', 'feed', 'private', 'public']);

/**
 * What went wrong, without the path of the address: a calendar's address is all that
 * is needed to read it.
 *
 * @example "cal.example answered 404 (not found) to GET /ical/s3cret/basic.ics"
 *   becomes "cal.example answered 404 (not found) to GET /ical/…/…"
 */
export const withoutPath = <T>(answer: Outcome<T>, url: string): Outcome<T> => {
  if (answer.outcome === 'ok') return answer;
  const { pathname } = new URL(url);
  const hidden = pathname
    .split('/')
    .map(part => (plain.has(part) ? part : '…'))
    .join('/');
  const secrets = pathname
    .split('/')
    .filter(part => !plain.has(part) && part.length > 3);
  const words = secrets.reduce(
    (text, part) => text.replaceAll(part, '…'),
    answer.fault.words.replaceAll(pathname, hidden),
  );
  return { ...answer, fault: { ...answer.fault, words } };
};
