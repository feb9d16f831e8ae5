import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

/**
 * How long the other side asks us to wait, from its `Retry-After` header: whole
 * seconds (`120`) or an HTTP date. `undefined` for anything else, and never
 * negative: a date that has passed means "now".
 * @public
 */
export const readRetryAfter = (
  header: string | null | undefined,
  now: Instant,
): Millis | undefined => {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) {
    return Number(text) * 1000;
  }
  // Date.parse takes nearly anything; an HTTP date always names its day and GMT.
  if (!/^[A-Z][a-z]+, .*GMT$/.test(text)) {
    return undefined;
  }
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
};
