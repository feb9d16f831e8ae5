import { HumanDuration } from '@backstage/types';

export interface Config {
  catalog?: {
    sightline?: {
      /** What traces saw, as relations `observedDependsOn` and `observedDependencyOf` of the entities. */
      observedDependencies?: {
        /** Default: false. */
        enabled?: boolean;
        /** How often Sightline is asked, by every replica; 10 seconds to 1 hour. `{ minutes: 5 }`, `'5m'` or `'PT5M'`. Default: 1 minute. */
        every?: HumanDuration | string;
        /** Relations of each of the two kinds that an entity may have; those beyond are left out and counted in the log. Default: 200. */
        atMost?: number;
      };
    };
  };
}
