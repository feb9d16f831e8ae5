import { Feasibility } from '@sightline/backstage-plugin-sightline-common';
import { finePercent } from '../../../ui/figures';
import {
  attainedPercent,
  targetPercent,
} from '../../../ui/slo/objectivePercent';
import { StateKind } from '../../../ui/state/palette';

type VerdictWords = { word: string; kind: StateKind };

export const verdictWords: Record<Feasibility['verdict'], VerdictWords> = {
  feasible: { word: 'can be kept', kind: 'ok' },
  tight: { word: 'can hardly be kept', kind: 'warn' },
  infeasible: { word: 'cannot be kept', kind: 'bad' },
  unknown: { word: 'unknown', kind: 'idle' },
};

/** What the verdict means for this target, in one sentence. */
export const feasibilityHeadline = ({
  target,
  ceiling,
  verdict,
  dependencies,
}: Feasibility): string => {
  if (ceiling === undefined) {
    return 'Nobody can tell yet whether it can be kept.';
  }
  const promise = targetPercent(target);
  if (dependencies.length === 0) {
    return `Your ${promise} rests on nobody else: it waits for no one.`;
  }
  const best = attainedPercent(ceiling, target);
  switch (verdict) {
    case 'infeasible':
      return `Your ${promise} needs dependencies that give more: together they give ${best} at best.`;
    case 'tight':
      return `Your ${promise} can hardly be kept: its dependencies give ${best} at best, which leaves ${finePercent(
        ceiling - target,
      )} for failures of its own.`;
    case 'feasible':
      return `Your ${promise} can be kept: its dependencies give ${best} at best, which leaves ${finePercent(
        ceiling - target,
      )} for failures of its own.`;
    default:
      return `Of what is known its dependencies give ${best} at best.`;
  }
};
