import {
  FaultKind,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import { failed, Outcome, retry } from '../source/Outcome';
import { AskedPlace, placeInWords, withoutSecrets } from './place';
import { readRetryAfter } from './retryAfter';

const statusNames: Record<number, string> = {
  400: 'bad request',
  401: 'not authenticated',
  403: 'forbidden',
  404: 'not found',
  408: 'request timed out',
  429: 'too many requests',
  500: 'internal error',
  502: 'bad gateway',
  503: 'unavailable',
  504: 'gateway timed out',
};

const askAgain = new Set([408, 425, 429, 500, 502, 503, 504]);

const kindOf = (status: number): FaultKind => {
  if (status === 401 || status === 403) return 'not-authorised';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status === 408 || status === 504) return 'timeout';
  return status >= 500 ? 'server-error' : 'unexpected-answer';
};

const targetOf = (location: string | null) =>
  location && URL.canParse(location)
    ? ` to ${placeInWords({ url: location }).host}`
    : '';

const adviceFor = (kind: FaultKind) => {
  if (kind === 'not-authorised') return ': are the credentials right?';
  return kind === 'not-found' ? ': is the address right?' : '';
};

/**
 * What an HTTP status other than success means; `undefined` for 2xx.
 * Redirects are refused, not followed: credentials must not travel to a host
 * nobody configured.
 */
export const outcomeOfStatus = (
  answer: { status: number; headers: Headers },
  place: AskedPlace,
  now: Instant,
): Outcome<never> | undefined => {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) {
    return undefined;
  }
  const { host, request } = placeInWords(place);
  if (status >= 300 && status < 400) {
    const target = withoutSecrets(targetOf(headers.get('location')));
    return failed({
      kind: 'unexpected-answer',
      words: `${host} answered ${status} (redirect${target}) to ${request}; redirects are not followed: configure the final address`,
    });
  }
  const kind = kindOf(status);
  const name = statusNames[status] ? ` (${statusNames[status]})` : '';
  const said = `${host} answered ${status}${name} to ${request}`;
  if (!askAgain.has(status)) {
    return failed({ kind, words: said + adviceFor(kind) });
  }
  // What the IETF's draft of RateLimit headers says in seconds, where the usual one is missing.
  const reset = status === 429 ? headers.get('ratelimit-reset') : null;
  const after = readRetryAfter(headers.get('retry-after') ?? reset, now);
  const wait =
    after === undefined
      ? ''
      : ` and asked to wait ${Math.ceil(after / 1000)} s`;
  return retry({ kind, words: said + wait }, after);
};
