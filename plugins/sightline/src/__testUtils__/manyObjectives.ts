import {
  ObjectiveRow,
  ObjectiveState,
  tiers,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { serviceRow } from './harbour';
import { harbourRows } from './harbourSlos';
import { objectiveRow } from './objectiveRow';

/** Every so-and-so-many objectives one is in this state; all others are met. */
const rare: [every: number, state: ObjectiveState, errors: number][] = [
  [211, 'page', 0.0009],
  [97, 'ticket', 0.0008],
  [61, 'exhausted', 0.0016],
  [23, 'unknown', 0],
];

const one = (index: number, now: number): ObjectiveRow => {
  const { name, title, owner, tier = tiers[2] } = serviceRow(index, now);
  const [, state, errors] = rare.find(
    ([every]) => index % every === every - 1,
  ) ?? [1, 'met' as const, ((index * 37) % 90) / 100_000];
  const lately = { page: 0.017, ticket: 0.0042, exhausted: 0.0002 };
  const now1h = lately[state as 'page'] ?? errors;
  return objectiveRow(
    {
      ...{ service: name, owner, tier, name: 'availability' },
      title: `Requests to ${title} succeed`,
      target: 0.999,
      load: 1 + (index % 40),
      errors,
      lately: [now1h, now1h, now1h / 3],
      state,
      words: `It is ${state}`,
      unknown: state === 'unknown' ? unknown('no-data') : undefined,
      for: (index % 50) * 3_600_000,
      origin: { kind: 'tier', where: `sightline.slo.tiers.${tier}` },
      measuredBy: 'prometheus:main',
      measured: (index * 1_000) % 60_000,
    },
    now,
  );
};

/** Harbour's own, and one more for each service of a fleet of that size. */
export const manyObjectives = (size: number, now: number): ObjectiveRow[] => [
  ...harbourRows(now),
  ...Array.from({ length: size }, (_, index) => one(index, now)),
];
