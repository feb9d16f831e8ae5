import { DriftVerdict } from '@sightline/backstage-plugin-sightline-common';
import { StateKind } from '../state/palette';

type VerdictWords = {
  word: string;
  /** left out of what is well, and needs no eye drawn to it */
  kind?: StateKind;
  meaning: string;
};

/** What the layers of a dependency together say, to be shown. */
export const verdictWords: Record<DriftVerdict, VerdictWords> = {
  undeclared: {
    word: 'undeclared',
    kind: 'bad',
    meaning: 'It is called, and the catalog does not know.',
  },
  unused: {
    word: 'unused',
    kind: 'warn',
    meaning: 'It is declared or promised, and was not seen.',
  },
  uncontracted: {
    word: 'uncontracted',
    kind: 'warn',
    meaning:
      'Both have a name on a broker of contracts, and no contract with each other.',
  },
  'cannot-tell': {
    word: 'cannot tell',
    kind: 'idle',
    meaning: 'A layer is missing, so that nothing can be concluded.',
  },
  agreed: {
    word: 'agreed',
    meaning: 'It is declared and seen.',
  },
};
