import { TreeStep, walk } from '../journeys/JourneyTree';

export type Chatty = {
  operation: string;
  /** id of the party that is called */
  callee: string;
  calleeOperation: string;
  times: number;
  most: number;
};

/** From so many calls on under one call, a loop is likelier than a design. */
const least = 5;

/**
 * By service: calls it makes again and again for one call of its own. The same
 * pair of operations is told once, with the worst figure of all journeys.
 *
 * ```
 *   mobile-bff GET /v2/listing ──┬▶ reviews GET /products/{sku}/rating
 *                                ├▶ reviews GET /products/{sku}/rating
 *                                └▶ …  18 times
 * ```
 */
export const chattyCalls = (
  roots: readonly TreeStep[],
  partyOf: (node: string) => string | undefined,
): Map<string, Chatty[]> => {
  const worst = new Map<string, { service: string; call: Chatty }>();
  for (const root of roots) {
    for (const { tree } of walk(root)) {
      const service = partyOf(tree.step.callee);
      if (service === undefined) continue;
      for (const call of chattyBelow(tree, partyOf)) {
        const key = [
          service,
          ...[call.operation, call.callee, call.calleeOperation],
        ].join('\n');
        const known = worst.get(key);
        if (!known || known.call.times < call.times) {
          worst.set(key, { service, call });
        }
      }
    }
  }
  const byService = new Map<string, Chatty[]>();
  for (const { service, call } of worst.values()) {
    byService.set(service, [...(byService.get(service) ?? []), call]);
  }
  for (const calls of byService.values()) {
    calls.sort((a, b) => b.times - a.times);
  }
  return byService;
};

const chattyBelow = (
  { step, children }: TreeStep,
  partyOf: (node: string) => string | undefined,
): Chatty[] =>
  children.flatMap(child => {
    const { calls, parents, most } = child.counts;
    const times = parents === 0 ? 0 : calls / parents;
    const callee = partyOf(child.step.callee);
    if (times < least || child.step.mode !== 'sync' || callee === undefined) {
      return [];
    }
    return [
      {
        ...{ operation: step.operation, callee, times, most },
        calleeOperation: child.step.operation,
      },
    ];
  });
