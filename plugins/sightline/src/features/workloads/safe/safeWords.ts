import {
  DeployAnswer,
  DeployReason,
  DeployReasonAbout,
} from '@sightline/backstage-plugin-sightline-common';
import { unknownWords } from '../../../ui/evidence/unknownWords';
import { StateKind } from '../../../ui/state/palette';

type AnswerWords = { word: string; headline: string; kind: StateKind };

export const answerWords: Record<DeployAnswer, AnswerWords> = {
  no: { word: 'no', headline: 'No, not now', kind: 'bad' },
  unknown: { word: 'unknown', headline: 'Nobody can tell', kind: 'idle' },
  yes: { word: 'yes', headline: 'Yes', kind: 'ok' },
};

export const aboutWords: Record<DeployReasonAbout, string> = {
  freeze: 'Freeze',
  contracts: 'Contracts',
  budget: 'Error budget',
  rollout: 'Rollout',
  dependencies: 'Dependencies',
};

export type Saying = { word: string; kind: StateKind; title?: string };

/** What a reason says, in a word. An old "yes" is none: green is for what is known now. */
export const sayingOf = (
  { answer, weighs, unknown }: DeployReason,
  stale: boolean,
): Saying => {
  const why = unknown && unknownWords[unknown];
  if (!weighs) {
    return {
      kind: 'idle',
      word: why?.short ?? 'aside',
      title: `It decides nothing${why ? `: ${why.meaning}` : ''}`,
    };
  }
  const { word, kind } = answerWords[answer];
  return stale && answer === 'yes'
    ? { kind: 'idle', word: 'yes, stale' }
    : { kind, word, title: why && `${why.meaning} ${why.todo}` };
};
