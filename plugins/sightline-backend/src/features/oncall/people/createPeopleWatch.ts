import { EventsService } from '@backstage/plugin-events-node';
import {
  CATALOG_CHANGED_TOPIC,
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../../../platform/clock';
import { Repeated } from '../../../platform/repeat';
import { PeopleKeeper } from './createPeopleKeeper';

/** However little happens: the catalog's module may not be there to tell. */
const AT_LEAST_EVERY: Millis = 120_000;
/** However much happens. */
const AT_MOST_EVERY: Millis = 5_000;
/** Processing comes before stitching: what is told may be there only later. */
const STITCHED_WITHIN: Millis = 15_000;

const isOurs = (ref: unknown) =>
  typeof ref === 'string' && /^(user|group):/i.test(ref);

/** Reads users and groups now and then, and soon after one of them changed. */
export const createPeopleWatch = (options: {
  people: Pick<PeopleKeeper, 'refresh' | 'read'>;
  events: EventsService;
  clock: Clock;
}) => {
  const { people, events, clock } = options;
  let readAt: Instant = -Infinity;
  let newsUntil: Instant = -Infinity;

  const work: Repeated = {
    ...{ name: 'Reading users and groups', every: AT_MOST_EVERY },
    async run(signal) {
      const now = clock();
      const isDue = now - readAt >= AT_LEAST_EVERY || readAt <= newsUntil;
      if (!isDue && (await people.read())) return;
      await people.refresh(signal);
      readAt = now;
    },
  };
  return {
    work,
    start: () =>
      events.subscribe({
        id: 'sightline-oncall-people',
        topics: [CATALOG_CHANGED_TOPIC],
        async onEvent({ eventPayload }) {
          const refs = (eventPayload as { refs?: unknown })?.refs;
          if (Array.isArray(refs) && refs.some(isOurs)) {
            newsUntil = clock() + STITCHED_WITHIN;
          }
        },
      }),
  };
};
