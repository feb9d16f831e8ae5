import {
  AvailabilityCeiling,
  CallParty,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';
import { TreeStep } from './JourneyTree';

/** Fewer calls say nothing about three nines. */
const enough = 30;

const assumptions = [
  'Each dependency counts once, however often it is called.',
  'Dependencies fail independently of each other.',
  'A failure counts where it begins, and only as far as it reached the root: what a caller survived, by trying again or without the answer, does not.',
  'The service itself never fails: it can only be worse than this.',
];

type Dependency = { party: CallParty; calls: number; lost: Ratio };

/**
 * What a chain can promise at best: the product over its unique synchronous
 * dependencies of the part of journeys that each did not spoil (after Treynor et
 * al., "The Calculus of Service Availability", ACM Queue 2017).
 *
 * @example two dependencies that spoil 1 and 2 of 1,000 journeys: 0.997002
 */
export const availabilityCeiling = (
  root: TreeStep,
  partyOf: (tree: TreeStep) => CallParty,
): AvailabilityCeiling => {
  const dependencies = spoilers(root, partyOf);
  const listed = dependencies
    .filter(({ calls }) => calls >= enough)
    .map(({ lost, ...one }) => ({ ...one, availability: 1 - lost }))
    .sort((a, b) => a.availability - b.availability);
  return {
    ceiling: listed.reduce((all, one) => all * one.availability, 1),
    dependencies: listed,
    unknown: dependencies
      .filter(({ calls }) => calls < enough)
      .map(({ party }) => party),
    assumptions,
  };
};

/**
 * Follows errors from where they begin to the root. Of the errors below a step
 * only as many got out as it had itself:
 *
 * ```
 *   returns 100 calls, 11 failed     got out: 11 of 257
 *   └ shipping 310 calls, 257 failed got out: 257 of 693
 *     └ carrier 806 calls, 693 failed, all its own: 693 × 257/693 × 11/257 = 11
 * ```
 */
const spoilers = (
  root: TreeStep,
  partyOf: (tree: TreeStep) => CallParty,
): Dependency[] => {
  const own = partyOf(root).id;
  const found = new Map<string, Dependency>();
  const visit = (tree: TreeStep, reaching: Ratio) => {
    const below = tree.children.filter(({ step }) => step.mode === 'sync');
    const errors = below.reduce((sum, child) => sum + child.counts.errors, 0);
    const out = errors === 0 ? 0 : Math.min(1, tree.counts.errors / errors);
    const begun = Math.max(0, tree.counts.errors - errors);
    const party = partyOf(tree);
    if (party.id !== own) {
      const known = found.get(party.id) ?? { party, calls: 0, lost: 0 };
      known.calls += tree.counts.calls;
      known.lost += (begun * reaching) / root.counts.calls;
      found.set(party.id, known);
    }
    below.forEach(child => visit(child, reaching * out));
  };
  visit(root, 1);
  return [...found.values()];
};
