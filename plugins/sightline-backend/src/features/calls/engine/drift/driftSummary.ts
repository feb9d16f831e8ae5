import {
  DriftRow,
  DriftSummary,
  Evidence,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { countVerdicts } from './dependencyDrift';

/** Of a service that does not speak for itself not even the absence of drift is known. */
const untraced = unknown(
  'no-data',
  'This service sends no traces that carry its name, so its calls cannot be seen',
);

/** The drift of a service as one figure; undefined rows: it sends no traces. */
export const driftSummary = (
  rows: readonly DriftRow[] | undefined,
  seen: Evidence,
): DriftSummary => {
  if (!rows) return { unknown: untraced, evidence: seen };
  const { undeclared, unused, uncontracted } = countVerdicts(rows);
  return { count: undeclared + unused + uncontracted, evidence: seen };
};
