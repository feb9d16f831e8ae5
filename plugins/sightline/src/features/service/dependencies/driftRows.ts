import {
  DependencyDrift,
  DriftRow,
  DriftVerdict,
  driftVerdicts,
} from '@sightline/backstage-plugin-sightline-common';

/** A card longer than this hides what is wrong among what is well. */
const LONG = 8;

/** In the order of the API; of a long list, what is agreed stands apart. */
export const foldAgreed = (
  rows: DriftRow[],
): { shown: DriftRow[]; folded: DriftRow[] } =>
  rows.length > LONG
    ? {
        shown: rows.filter(({ verdict }) => verdict !== 'agreed'),
        folded: rows.filter(({ verdict }) => verdict === 'agreed'),
      }
    : { shown: rows, folded: [] };

/** Only what there is: "2 undeclared", "11 agreed". */
export const countsSaid = (
  counts: DependencyDrift['counts'],
): [DriftVerdict, number][] =>
  [...driftVerdicts]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((verdict): [DriftVerdict, number] => [verdict, counts[verdict]])
    .filter(([, rows]) => rows > 0);

/** Most urgent first, as the rows stand. */
const order: DriftVerdict[] = [
  'undeclared',
  'unused',
  'uncontracted',
  'cannot-tell',
  'agreed',
];
