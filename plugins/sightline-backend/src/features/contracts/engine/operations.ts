import { Interaction } from './interactionKinds';

type Called = { operation: string; calls: number };

/**
 * Operations that are called and of which no pact speaks. Traces name routes,
 * pacts name examples:
 *
 * ```
 *   GET /orders/{id}      GET /orders/4711      the same
 *   GET /orders/:id/lines GET /orders/4711      another
 *   shop.Pay/Charge       POST /shop.Pay/Charge the same, also without the package
 * ```
 *
 * An operation that is neither, or a procedure where pacts name none, cannot be told
 * from an example: it is not said to be missing.
 */
export const uncoveredOperations = (
  called: readonly Called[],
  interactions: readonly Interaction[],
): Called[] => {
  const examples = interactions.flatMap(one =>
    one.kind === 'http' ? [one] : [],
  );
  const procedures = interactions.flatMap(one => procedureIn(one) ?? []);
  return called.filter(({ operation }) => {
    const procedure = procedurePattern.exec(operation)?.[0];
    if (procedure !== undefined) {
      return (
        procedures.length > 0 &&
        !procedures.some(one => isSameProcedure(one, procedure))
      );
    }
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

/** As gRPC names them: a service, with or without its package, and a method. */
const procedurePattern = /^[A-Za-z_][\w.]*\/\w+$/;

/** A procedure of gRPC is a path to which one posts. */
const procedureIn = (one: Interaction): string | undefined => {
  if (one.kind === 'rpc') return one.procedure;
  if (one.kind !== 'http' || one.method.toUpperCase() !== 'POST') {
    return undefined;
  }
  return procedurePattern.exec(one.path.replace(/^\//, ''))?.[0];
};

const isSameProcedure = (a: string, b: string) =>
  a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);

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
