import { refuse, type Asked, type Reply } from './Asked.ts';

const SIZE = 100;

/** What was asked for of a list; undefined: all of it, and nobody counts. */
function pageOf(query: URLSearchParams) {
  const [number, size] = [
    ['page', 'pageNumber'],
    ['size', 'pageSize'],
  ].map(names =>
    names.map(name => query.get(name)).find(text => text !== null),
  );
  if (number === undefined && size === undefined) return undefined;
  return { number: Number(number ?? 1), size: Number(size ?? SIZE) };
}

const TOO_SMALL = 'must be greater than or equal to 1';

const isCount = (count: number) => Number.isInteger(count) && count >= 1;

/** Items of a page with what comes before and behind them; 400 for no page at all. */
export function paged<T>(
  items: readonly T[],
  query: URLSearchParams,
):
  | { items: readonly T[]; page?: { number: number; size: number } }
  | { refused: Reply } {
  const page = pageOf(query);
  if (!page) return { items };
  const wrong = Object.entries({ page: page.number, size: page.size }).filter(
    ([, count]) => !isCount(count),
  );
  if (wrong.length > 0) {
    const errors = wrong.map(([name]) => [name, [TOO_SMALL]]);
    return { refused: refuse(Object.fromEntries(errors)) };
  }
  const begin = (page.number - 1) * page.size;
  return { items: items.slice(begin, begin + page.size), page };
}

/** A list that says how long it is, but only when it is asked for a page. */
export function replyList(
  { query, link }: Asked,
  list: {
    path: string;
    items: readonly object[];
    body: (items: readonly object[]) => object;
  },
): Reply {
  const { path, items, body } = list;
  const found = paged(items, query);
  if ('refused' in found) return found.refused;
  const { page } = found;
  const links = { self: link(path) };
  if (!page) return { body: { ...body(found.items), _links: links } };
  const { number, size } = page;
  const totalElements = items.length;
  const totalPages = Math.ceil(totalElements / size);
  // As those of a real one, they forget what was searched for.
  const to = (other: number) => link(`${path}?size=${size}&page=${other}`);
  return {
    body: {
      page: { number, size, totalElements, totalPages },
      ...body(found.items),
      _links: {
        ...links,
        ...(number < totalPages && { next: to(number + 1) }),
        ...(number > 1 && { previous: to(number - 1) }),
      },
    },
  };
}
