type Portal = { origin: string; base: string };

type Place =
  | { kind: 'inside'; path: string }
  | { kind: 'outside' }
  /** nothing that a browser should be sent to */
  | { kind: 'nowhere' };

/**
 * Where an address leads: a page of this portal, by its path within it, or a page
 * of somebody else's.
 *
 * @example `http://portal/backstage/catalog/x` is `/catalog/x` of `http://portal/backstage`
 */
export const placeIn = ({ origin, base }: Portal, url: string): Place => {
  if (!URL.canParse(url, origin)) {
    return { kind: 'nowhere' };
  }
  const address = new URL(url, origin);
  const { pathname, search, hash } = address;
  const root = base.replace(/\/$/, '');
  if (address.origin === origin && pathname.startsWith(`${root}/`)) {
    const path = `${pathname.slice(root.length)}${search}${hash}`;
    return { kind: 'inside', path };
  }
  return /^https?:$/.test(address.protocol)
    ? { kind: 'outside' }
    : { kind: 'nowhere' };
};
