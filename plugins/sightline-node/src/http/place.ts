/** What was asked, for the words of a fault. @public */
export type AskedPlace = { url: string | URL; method?: string };

// Calendar links and webhooks carry their secret in the path: long runs of
// letters and digits are taken for one.
const looksSecret = (segment: string) =>
  segment.length >= 20 && /\d/.test(segment) && /[a-z]/i.test(segment);

/**
 * Where a question went, without anything that opens doors: no user info, no
 * query, no fragment, no path segment that looks like a token.
 *
 * @example `https://me:pw@prom.example:9090/api/query?token=x`
 *   → host `prom.example:9090`, request `GET /api/query`
 */
export const placeInWords = ({ url, method = 'GET' }: AskedPlace) => {
  if (!URL.canParse(url)) {
    return { host: 'the configured address', request: method };
  }
  const { host, pathname } = new URL(url);
  const path = pathname
    .split('/')
    .map(segment => (looksSecret(segment) ? '…' : segment))
    .join('/');
  return { host, request: `${method} ${path}` };
};

/** Text of unknown origin, shortened and with credentials taken out. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(/(\w+:\/\/)[^\s/@]*@/g, '$1')
    .replace(/(https?:\/\/[^\s?]*)\?\S*/g, '$1')
    .replace(/\b(bearer|basic|token)\s+\S+/gi, '$1 …')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
