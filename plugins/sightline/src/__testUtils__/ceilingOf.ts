import {
  AvailabilityCeiling,
  JourneyHop,
} from '@sightline/backstage-plugin-sightline-common';

type Dependency = AvailabilityCeiling['dependencies'][number];

/** Called by few, an outside party is not known well enough to be counted in. */
const isKnown = ({ callee, share }: JourneyHop) =>
  callee.kind !== 'external' || share === 1;

/** Who is waited for, once each, and what that makes of the whole. */
export function ceilingOf([, ...waitedFor]: JourneyHop[]): AvailabilityCeiling {
  const known = new Map<string, Dependency>();
  const unknown = new Map<string, JourneyHop['callee']>();
  for (const hop of waitedFor) {
    const { callee, figures } = hop;
    const availability = Math.min(
      1 - figures.errorRatio / 4,
      known.get(callee.id)?.availability ?? 1,
    );
    if (isKnown(hop)) {
      known.set(callee.id, {
        party: callee,
        availability,
        calls: figures.calls,
      });
    } else {
      unknown.set(callee.id, callee);
    }
  }
  const dependencies = [...known.values()].sort(
    (a, b) => a.availability - b.availability,
  );
  return {
    ceiling: dependencies.reduce((all, one) => all * one.availability, 1),
    dependencies,
    unknown: [...unknown.values()],
    assumptions: [
      'Dependencies fail independently of each other.',
      'Every call that is waited for is needed: none has a fallback.',
      'What was counted in this window is what will be.',
    ],
  };
}
