import {
  SourceStatus,
  Unknown,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { unmeasured } from '../objectives';
import { sourceIdOf } from '../tables';

const troubleOf = (status: SourceStatus | undefined): Unknown | undefined => {
  switch (status?.state) {
    case undefined:
    case 'disabled':
      return unknown('not-configured', 'What measures it is switched off');
    case 'starting':
      return unknown('no-data', 'It was not measured yet');
    case 'failing':
    case 'paused':
    case 'stale':
      return unknown('source-unavailable', status.fault?.words ?? status.words);
    default:
      return undefined;
  }
};

/** Why sources that measure say nothing, as of the last look at them. */
export const createTroubles = (options: {
  /** ids of those that measure */
  measurers: readonly string[];
  statusOf(source: string): Promise<SourceStatus | undefined>;
}) => {
  const { measurers, statusOf } = options;
  const known = new Map<string, Unknown | undefined>();
  const nobody = unknown(
    'not-configured',
    'Nothing that is set up can measure it',
  );

  return {
    of: (measuredBy: string): Unknown | undefined =>
      measuredBy === unmeasured ? nobody : known.get(measuredBy),

    /** Looks at all of them; those of which something else is true than before. */
    async look(): Promise<string[]> {
      const different: string[] = [];
      for (const id of measurers) {
        const trouble = troubleOf(await statusOf(sourceIdOf(id)));
        const before = known.get(id);
        known.set(id, trouble);
        if (before?.detail !== trouble?.detail) different.push(id);
      }
      return different;
    },
  };
};

export type Troubles = ReturnType<typeof createTroubles>;
