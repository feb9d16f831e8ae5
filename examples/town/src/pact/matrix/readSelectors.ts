import type { Selector } from './Side.ts';

/**
 * Selectors as forms nest them: a key that came already begins the next one, so
 * that their order matters.
 *
 * ```
 *   q[][pacticipant]=Orders&q[][version]=9.3.2&q[][pacticipant]=users
 *   └──────────── Orders 9.3.2 ─────────────┘ └─── any of users ────┘
 * ```
 *
 * To ignore somebody, the name alone does as well: `ignore[]=users`.
 */
export function readSelectors(
  query: URLSearchParams,
  list: 'q' | 'ignore',
): Selector[] {
  const selectors: Record<string, string>[] = [];
  let open: Record<string, string> | undefined;
  for (const [key, value] of query) {
    if (key === `${list}[]`) selectors.push({ pacticipant: value });
    const [, name] = /^(?:q|ignore)\[\]\[(\w+)\]$/.exec(key) ?? [];
    if (name === undefined || !key.startsWith(list)) continue;
    if (!open || name in open) {
      open = {};
      selectors.push(open);
    }
    open[name] = value;
  }
  return selectors.flatMap(({ pacticipant, latest, ...rest }) =>
    pacticipant === undefined
      ? []
      : [
          {
            pacticipant,
            ...(latest === 'true' && { latest: true }),
            ...pick(rest, ['version', 'branch', 'tag', 'environment']),
          },
        ],
  );
}

const pick = (from: Record<string, string>, names: string[]) =>
  Object.fromEntries(
    names.flatMap(name =>
      from[name] === undefined ? [] : [[name, from[name]]],
    ),
  );
