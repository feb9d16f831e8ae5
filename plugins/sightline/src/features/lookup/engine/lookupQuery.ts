/** The whole view, as the URL holds it. */
export type LookupQuery = {
  /** whatever somebody pasted */
  q: string;
  /** the match that is open; left out: the first one */
  service?: string;
};

/** Longer than any name, shorter than a URL may be: the rest of a pasted log says no more. */
const LONGEST = 1_500;

/** What is pasted from a terminal comes with ends of lines. */
export const tidied = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);

/** Reads a view from a URL. */
export const parseLookupQuery = (params: URLSearchParams): LookupQuery => {
  const service = params.get('service');
  return {
    q: tidied(params.get('q') ?? ''),
    ...(service && { service }),
  };
};

/** Writes a view into a URL, beside what others keep there. */
export const formatLookupQuery = (
  { q, service }: LookupQuery,
  was = new URLSearchParams(),
): URLSearchParams => {
  const next = new URLSearchParams(was);
  next.delete('q');
  next.delete('service');
  if (q) next.set('q', q);
  if (service) next.set('service', service);
  return next;
};
