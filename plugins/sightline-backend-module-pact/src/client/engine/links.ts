/** Where a broker is, as we were told, and where it believes its own root to be. */
export type BrokerPlace = {
  /** as configured, without a slash at its end: `https://tools.example/pact` */
  base: string;
  /** path of its index in its own links, `` for `/`; undefined while nobody knows */
  root?: string;
};

const withoutSlashes = (path: string) => path.replace(/\/+$/, '');

/** The path under which a broker sees itself, from the link of its index to itself. */
export const rootOf = (self: string, base: string): string | undefined =>
  URL.canParse(self, `${base}/`)
    ? withoutSlashes(new URL(self, `${base}/`).pathname)
    : undefined;

/**
 * A link of a broker, on the address that was configured.
 *
 * A broker writes links with the host it was configured with, or with the one it
 * was asked by: behind a proxy both may be another one than ours, and with another
 * path in front. Only what comes behind its root is believed:
 *
 * ```
 *   configured   https://tools.example/pact
 *   its index    http://broker:9292/
 *   its link     http://broker:9292/integrations?page=2
 *   asked        https://tools.example/pact/integrations?page=2
 * ```
 *
 * Undefined for what would lead out of it: credentials go nowhere else.
 */
export const rebased = (
  link: string,
  { base, root }: BrokerPlace,
): string | undefined => {
  const origin = new URL(base);
  const prefix = withoutSlashes(origin.pathname);
  if (!URL.canParse(link, `${base}/`)) return undefined;
  const { pathname, search } = new URL(link, `${base}/`);
  if (!pathname.startsWith('/')) return undefined;
  // One that is configured with a slash at its end writes two.
  const behind = behindRoot(pathname, root ?? prefix).replace(/^\/+/, '/');
  const url = new URL(`${origin.origin}${prefix}${behind}${search}`);
  const isWithin =
    url.origin === origin.origin && `${url.pathname}/`.startsWith(`${prefix}/`);
  return isWithin ? url.href : undefined;
};

const behindRoot = (path: string, root: string) =>
  root !== '' && `${path}/`.startsWith(`${root}/`)
    ? path.slice(root.length)
    : path;

/**
 * Fills a template in, each value encoded; undefined when it asks for more than
 * there is.
 *
 * @example `/pacticipants/{pacticipant}` with `team/gateway` → `/pacticipants/team%2Fgateway`
 */
export const expanded = (
  template: string,
  values: Readonly<Record<string, string>>,
): string | undefined => {
  let isComplete = true;
  const link = template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    isComplete &&= value !== undefined;
    // Half of an emoji cannot be encoded.
    return encodeURIComponent(
      (value ?? '').replace(/\p{Surrogate}/gu, '\ufffd'),
    );
  });
  return isComplete ? link : undefined;
};
