import {
  AvailabilityCeiling,
  CallParty,
} from '@sightline/backstage-plugin-sightline-common';

export type DependencyAnswers = {
  party: CallParty;
  calls: number;
  errors: number;
};

/** Fewer calls say nothing about three nines. */
const enough = 30;

const assumptions = [
  'Each dependency counts once, however often it is called.',
  'Dependencies fail independently of each other, and nobody has a fallback.',
  'What a dependency passes on of its own dependencies counts for both: the truth may be somewhat better.',
  'The service itself never fails: it can only be worse than this.',
];

/**
 * What a chain can promise at best: the product of what its unique synchronous
 * dependencies answered well (Treynor et al., "The Calculus of Service
 * Availability", ACM Queue 2017).
 *
 * @example two dependencies at 0.999 and 0.998: 0.997002
 */
export const availabilityCeiling = (
  dependencies: readonly DependencyAnswers[],
): AvailabilityCeiling => {
  const known = dependencies.filter(({ calls }) => calls >= enough);
  const listed = known
    .map(({ party, calls, errors }) => ({
      ...{ party, calls, availability: 1 - errors / calls },
    }))
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
