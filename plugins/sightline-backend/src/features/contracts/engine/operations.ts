import type { PactContent } from '@sightline/backstage-plugin-sightline-node';

type Interaction = PactContent['interactions'][number];
type Called = { operation: string; calls: number };

/**
 * Operations that are called and of which no pact speaks. Traces name routes,
 * pacts name examples:
 *
 * ```
 *   GET /orders/{id}      GET /orders/4711      the same
 *   GET /orders/:id/lines GET /orders/4711      another
 * ```
 *
 * An operation that is no method and path cannot be told from an example: it is
 * not said to be missing.
 */
export const uncoveredOperations = (
  called: readonly Called[],
  interactions: readonly Interaction[],
): Called[] => {
  const examples = interactions.flatMap(one =>
    one.kind === 'http' ? [one] : [],
  );
  return called.filter(({ operation }) => {
    const route = routeOf(operation);
    return (
      route !== undefined &&
      !examples.some(
        ({ method, path }) =>
          method.toUpperCase() === route.method &&
          isExampleOf(route.path, path),
      )
    );
  });
};

const routeOf = (operation: string) => {
  const found = /^([A-Z]+) (\/\S*)$/.exec(operation);
  return found ? { method: found[1], path: found[2] } : undefined;
};

const segmentsOf = (path: string) => path.split('/').filter(Boolean);

const isPlaceholder = (segment: string) =>
  /^(:.+|\{.+\}|<.+>|\*+|\[.+\])$/.test(segment);

const isExampleOf = (route: string, path: string): boolean => {
  const wanted = segmentsOf(route);
  const given = segmentsOf(path);
  return (
    wanted.length === given.length &&
    wanted.every(
      (segment, at) => isPlaceholder(segment) || segment === given[at],
    )
  );
};
