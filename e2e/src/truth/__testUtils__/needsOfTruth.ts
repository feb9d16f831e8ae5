import type { CallTree, Truth } from '@sightline/town';

/**
 * Whom a service cannot do without: all that somebody waits for below its own steps,
 * in any journey. What others do below theirs for somebody else is none of it, and
 * whom a service calls that emits no spans stays in the dark.
 */
export const needsOfTruth = (truth: Truth, service: string): string[] => {
  const found = new Set<string>();
  const isTraced = (name: string) =>
    truth.services.find(one => one.name === name)?.otel !== null;
  const visit = ({ call, calls = [] }: CallTree, isBelow: boolean) => {
    const { callee, mode } = call;
    const isNeeded = isBelow && mode === 'sync';
    if (isNeeded && callee !== service) found.add(callee);
    if (!isTraced(callee)) return;
    calls.forEach(next => visit(next, isNeeded || callee === service));
  };
  for (const { root, calls } of truth.journeys) {
    calls.forEach(tree => visit(tree, root.service === service));
  }
  return [...found].sort();
};
