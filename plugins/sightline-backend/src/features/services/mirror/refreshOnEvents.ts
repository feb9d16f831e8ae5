import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { CATALOG_CHANGED_TOPIC } from '@sightline/backstage-plugin-sightline-common';
import { CatalogMirror } from './CatalogMirror';
import { CatalogReader } from './CatalogReader';

export type RefreshOptions = {
  events: EventsService;
  reader: CatalogReader;
  mirror: CatalogMirror;
  logger: LoggerService;
  /** waits between attempts, in milliseconds */
  delays?: readonly number[];
};

const MOST = 500;

/** What waits beyond this is left to the next sweep, which finds it anyway. */
const CAP = 5_000;

const refsIn = (payload: unknown): string[] => {
  const refs = (payload as { refs?: unknown })?.refs;
  return Array.isArray(refs)
    ? refs.filter((ref): ref is string => typeof ref === 'string').slice(0, CAP)
    : [];
};

const mirrored = /^(component|group|user|system|domain|api):/;

/**
 * Fetches what the catalog's module says was processed. Processing comes before
 * stitching, so that the change is often not there yet at the first look; each
 * ref is looked at again until its etag has moved, or given up to the sweep.
 */
export const createEventRefresh = (options: RefreshOptions) => {
  const { events, reader, mirror, logger } = options;
  const delays = options.delays ?? [400, 800, 1_500, 3_000];
  /** ref → attempts made */
  const waiting = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  const schedule = (delay: number) => {
    if (!timer && !stopped) {
      timer = setTimeout(() => {
        timer = undefined;
        running = refresh();
      }, delay);
      timer.unref?.();
    }
  };

  /** Refs whose etag is still the one kept: not stitched yet, or not changed for us. */
  const look = async (refs: readonly string[]) => {
    const known = await mirror.etags(refs);
    const entities = await reader.fetch(refs);
    const moved = entities.filter(entity => {
      const ref = refOf(entity);
      return known.get(ref) !== entity.metadata.etag;
    });
    await mirror.keep(moved);
    await mirror.rebuildStale();
    return new Set(moved.map(refOf));
  };

  const refresh = async () => {
    const refs = [...waiting.keys()].slice(0, MOST);
    try {
      const moved = await look(refs);
      for (const ref of refs) {
        const attempts = (waiting.get(ref) ?? 0) + 1;
        waiting.set(ref, attempts);
        if (moved.has(ref) || attempts >= delays.length) {
          waiting.delete(ref);
        }
      }
    } catch (error) {
      refs.forEach(ref => waiting.delete(ref));
      logger.debug(
        `Refreshing ${refs.length} entities is left to the next sweep: ${error}`,
      );
    }
    if (waiting.size > 0) {
      const least = Math.min(...waiting.values());
      schedule(delays[Math.min(least, delays.length - 1)]);
    }
  };

  const add = (refs: readonly string[]) => {
    const ours = refs
      .map(ref => ref.toLocaleLowerCase('en-US'))
      .filter(ref => mirrored.test(ref));
    for (const ref of ours.slice(0, CAP - waiting.size)) {
      waiting.set(ref, 0);
    }
    if (waiting.size > 0) {
      schedule(delays[0]);
    }
  };

  return {
    start: () =>
      events.subscribe({
        id: 'sightline-services-mirror',
        topics: [CATALOG_CHANGED_TOPIC],
        onEvent: async ({ eventPayload }) => add(refsIn(eventPayload)),
      }),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};

const refOf = (entity: {
  kind: string;
  metadata: { name: string; namespace?: string };
}) =>
  `${entity.kind}:${entity.metadata.namespace ?? 'default'}/${
    entity.metadata.name
  }`.toLocaleLowerCase('en-US');
