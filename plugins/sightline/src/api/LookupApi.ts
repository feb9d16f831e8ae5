import { LookupAnswer } from '@sightline/backstage-plugin-sightline-common';
import type { AskOptions } from './SightlineApi';

/** Whatever somebody has in hand, and how many matches are enough. @public */
export type LookupQuestion = { q: string; limit?: number };

/** Which service, person or team somebody means. @public */
export interface LookupApi {
  getLookup(
    question: LookupQuestion,
    options?: AskOptions<LookupAnswer>,
  ): Promise<LookupAnswer>;
}
