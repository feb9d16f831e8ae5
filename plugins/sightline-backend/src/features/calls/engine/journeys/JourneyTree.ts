import {
  CallMode,
  CallProtocol,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import { StepCounts } from '../StepCounts';

/** A step as it is kept. */
export type StoredStep = {
  id: number;
  key: string;
  root: string;
  parent: string | null;
  /** ids of nodes */
  callee: string;
  caller: string | null;
  protocol: CallProtocol;
  mode: CallMode;
  operation: string;
  sample: string;
  lastSeen: Instant;
};

/** A step with what was counted of it in a window, and the steps below. */
export type TreeStep = {
  step: StoredStep;
  counts: StepCounts;
  children: TreeStep[];
};

/**
 * Journeys as trees, most called first; steps nobody took in the window are left
 * out, with all below them.
 */
export const journeyTrees = (
  steps: readonly StoredStep[],
  counts: ReadonlyMap<number, StepCounts>,
): TreeStep[] => {
  const byKey = new Map<string, TreeStep>();
  for (const step of steps) {
    const counted = counts.get(step.id);
    if (counted && counted.calls > 0) {
      byKey.set(step.key, { step, counts: counted, children: [] });
    }
  }
  const roots: TreeStep[] = [];
  for (const tree of byKey.values()) {
    const { parent } = tree.step;
    if (parent === null) roots.push(tree);
    else byKey.get(parent)?.children.push(tree);
  }
  for (const { children } of byKey.values()) children.sort(earliestFirst);
  return roots.sort(mostCalledFirst);
};

const beginsAt = ({ counts }: TreeStep) => counts.begins / counts.calls;

const earliestFirst = (a: TreeStep, b: TreeStep) =>
  beginsAt(a) - beginsAt(b) || (a.step.key < b.step.key ? -1 : 1);

const mostCalledFirst = (a: TreeStep, b: TreeStep) =>
  b.counts.calls - a.counts.calls || (a.step.key < b.step.key ? -1 : 1);

/** A tree and all below it, each before its children. */
export function* walk(
  tree: TreeStep,
  depth = 0,
): Generator<{ tree: TreeStep; depth: number }> {
  yield { tree, depth };
  for (const child of tree.children) yield* walk(child, depth + 1);
}
