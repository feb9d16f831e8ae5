import {
  Evidence,
  Instant,
  isStale,
  SourceStatus,
} from '@sightline/backstage-plugin-sightline-common';
import { DeploySources } from '../DeploySources';

export type Unheard = Pick<SourceStatus, 'id' | 'title'>;

/**
 * Sources of a kind that are set up, and of which nothing is known as of now: they
 * were never heard, or long ago. One that has just failed still says what it said.
 */
export const unheardOf = async (
  { statuses }: Pick<DeploySources, 'statuses'>,
  of: { kind: string; now: Instant },
): Promise<Unheard[]> =>
  (await statuses.list()).filter(
    ({ id, state, lastSuccessAt, freshFor: validFor }) =>
      id.startsWith(`${of.kind}:`) &&
      state !== 'disabled' &&
      (lastSuccessAt === undefined ||
        isStale({ source: id, observedAt: lastSuccessAt, validFor }, of.now)),
  );

/** Those that have not said anything: of the others that they are old is told with it. */
export const othersThan = (
  unheard: readonly Unheard[],
  said: readonly { evidence?: Evidence }[],
): string[] =>
  unheard
    .filter(({ id }) => !said.some(({ evidence }) => evidence?.source === id))
    .map(({ title }) => title);
