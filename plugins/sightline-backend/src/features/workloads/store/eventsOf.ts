import {
  Instant,
  Millis,
  ServiceRef,
  SightlineEvents,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { OutboxEvent } from '../../../platform/outbox/outbox';
import { Planned } from './planReport';
import { DeployRow, keyOf } from './tables';

/** What happened longer ago than this is history, and no news. */
const newsFor: Millis = 3_600_000;

const deployed = (
  { cluster, named, at, ...deploy }: DeployRow,
  ref: ServiceRef | undefined,
): OutboxEvent<SightlineEvents, 'sightline.workload.deployed'> => ({
  topic: 'sightline.workload.deployed',
  payload: {
    ...(ref && { ref }),
    ...{ workload: keyOf(cluster, named), kind: deploy.kind },
    ...(deploy.from_version !== null && { fromVersion: deploy.from_version }),
    ...(deploy.to_version !== null && { toVersion: deploy.to_version }),
    ...{ words: deploy.words, at: toIso(Number(at)) },
  },
});

/** What others are told of a report; `services` in the order of the plans. */
export const eventsOf = (
  plans: readonly Planned[],
  services: readonly (ServiceRef | undefined)[],
  now: Instant,
): OutboxEvent<SightlineEvents>[] =>
  plans.flatMap(({ row, step, deploy }, n) => {
    const ref = services[n];
    const events: OutboxEvent<SightlineEvents>[] = [];
    if (deploy && Number(deploy.at) > now - newsFor) {
      events.push(deployed(deploy, ref));
    }
    if (step.change) {
      events.push({
        topic: 'sightline.workload.changed',
        payload: {
          ...(ref && { ref }),
          ...{ workload: keyOf(row.cluster, row.named), ...step.change },
          at: toIso(now),
        },
      });
    }
    return events;
  });
