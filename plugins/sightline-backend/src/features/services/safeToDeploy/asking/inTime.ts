import { LoggerService } from '@backstage/backend-plugin-api';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { withinTime } from '../../../../platform/resilience/withinTime';
import { NotTold } from '../engine/Told';
import { holdingBack } from './notTold';

/**
 * Asks one part with a deadline of its own. Whoever fails or is late leaves the
 * others standing, and is unknown; what went wrong stands in the log, as it may
 * name hosts and tables.
 */
export const inTime =
  ({ logger }: { logger: LoggerService }) =>
  async <T>(
    about: string,
    ask: () => Promise<T>,
    atMost: Millis,
  ): Promise<T | NotTold> => {
    try {
      return await withinTime(ask(), atMost);
    } catch (error) {
      logger.warn(`Safe to deploy could not ask about ${about}: ${error}`);
      return holdingBack(
        'source-unavailable',
        `What is known of ${about} could not be read in time, or not at all`,
      );
    }
  };
