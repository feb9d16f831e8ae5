import {
  DefaultApiClient,
  LookupAnswer,
} from '@sightline/backstage-plugin-sightline-common';
import { Answers, keyOf } from './Answers';
import type { LookupApi } from './LookupApi';

type LookupClientOptions = { http: DefaultApiClient; answers: Answers };

/** What the client asks about what somebody has in hand. */
export const lookupClient = ({
  http,
  answers,
}: LookupClientOptions): LookupApi => ({
  getLookup: (query, options) =>
    answers.read<LookupAnswer>(
      keyOf('lookup', query),
      how => http.lookup({ query }, how),
      options,
    ),
});
