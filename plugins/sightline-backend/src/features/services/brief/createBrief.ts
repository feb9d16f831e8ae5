import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  IncidentBrief,
  Known,
  Millis,
  ServiceRef,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../../../platform/clock';
import { withinTime } from '../../../platform/resilience/withinTime';
import { asText } from './asText';
import { BriefSources } from './BriefSources';
import {
  Asked,
  readBurning,
  readChanges,
  readHit,
  readOnCall,
  readSuspects,
} from './parts';

export interface BriefReader {
  /** throws a NotFoundError when there is no such service */
  of(
    service: ServiceRef,
    options: Pick<Asked, 'mayRead'>,
  ): Promise<IncidentBrief>;
}

/** Changes of so long may have something to do with it. */
const lookedBack: Millis = 2 * 3_600_000;
/** Each part is waited for so long, and the others do not wait for it. */
const patience: Millis = 5_000;

/** Asks everybody at once; who fails or is late is unknown. */
export const createBrief = (options: {
  sources: BriefSources;
  clock: Clock;
  logger: LoggerService;
}): BriefReader => {
  const { sources, clock, logger } = options;

  const inTime = async <T>(
    about: string,
    ask: Promise<Known<T>>,
  ): Promise<Known<T>> => {
    try {
      return await withinTime(ask, patience);
    } catch (error) {
      logger.warn(`A brief could not tell ${about}: ${error}`);
      const words = `Could not be read in time, or not at all: ${about}`;
      return unknown('source-unavailable', words);
    }
  };

  const serviceOf = async (
    ref: ServiceRef,
  ): Promise<IncidentBrief['service']> => {
    const found = (await sources.services.service(ref))?.service;
    if (found?.state !== 'known') {
      throw new NotFoundError(`There is no service ${ref}`);
    }
    const { name, title, tier, owner, runbook, links } = found.value;
    return {
      ...{ ref, name, title, links },
      ...(tier && { tier }),
      ...(owner && { owner: { ref: owner.ref, name: owner.name } }),
      ...(runbook !== undefined && { runbook }),
    };
  };

  return {
    async of(ref, { mayRead }) {
      const service = await serviceOf(ref);
      const now = clock();
      const since = now - lookedBack;
      const asked = { service: ref, now, since, mayRead };
      const suspecting = inTime(
        'whom it waits for',
        readSuspects(sources, asked),
      );
      const changing = suspecting.then(suspects =>
        inTime('what changed', readChanges(sources, asked, suspects)),
      );
      const [onCall, burning, suspects, changes, hit] = await Promise.all([
        inTime('who is on call', readOnCall(sources, asked)),
        inTime('its objectives', readBurning(sources, asked)),
        ...([suspecting, changing] as const),
        inTime('who is hit', readHit(sources, asked)),
      ]);
      const brief = {
        ...{ service, at: toIso(now), since: toIso(since) },
        ...{ onCall, burning, changes, suspects, hit },
      };
      return { ...brief, text: asText(brief) };
    },
  };
};
