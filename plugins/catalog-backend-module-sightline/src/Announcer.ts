import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import {
  CATALOG_CHANGED_TOPIC,
  CatalogChangedPayload,
} from '@sightline/backstage-plugin-sightline-common';

/** Collects what changed and tells others in batches. */
export interface Announcer {
  announce(ref: string): void;
  stop(): Promise<void>;
}

/** A processing run touches many entities in a row; they travel together. */
const COLLECT = 300;
/** Larger batches would be cut by the receiver, who looks at 500 at a time. */
const MOST = 500;
/** Beyond this nothing more is collected: Sightline compares everything regularly anyway. */
const CAP = 10_000;

export const createAnnouncer = (options: {
  events: EventsService;
  logger: LoggerService;
}): Announcer => {
  const { events, logger } = options;
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let lost = 0;

  const publish = async (refs: string[]) => {
    const eventPayload: CatalogChangedPayload = { refs };
    try {
      await events.publish({ topic: CATALOG_CHANGED_TOPIC, eventPayload });
    } catch (error) {
      logger.debug(`${refs.length} changes could not be announced: ${error}`);
    }
  };

  const flush = async () => {
    timer = undefined;
    const refs = [...waiting];
    waiting.clear();
    if (lost > 0) {
      logger.info(`${lost} changes were not announced, being too many at once`);
      lost = 0;
    }
    for (let at = 0; at < refs.length; at += MOST) {
      await publish(refs.slice(at, at + MOST));
    }
  };

  return {
    announce(ref) {
      if (waiting.size >= CAP && !waiting.has(ref)) {
        lost += 1;
        return;
      }
      waiting.add(ref);
      timer ??= setTimeout(flush, COLLECT);
    },
    async stop() {
      clearTimeout(timer);
      await flush();
    },
  };
};
