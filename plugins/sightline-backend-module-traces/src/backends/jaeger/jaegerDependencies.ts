import { Outcome } from '@sightline/backstage-plugin-sightline-node';
import { z } from 'zod';
import { TimeWindow } from '../../sampling/engine/windowAt';
import { Asker } from '../Asker';
import { Dependency } from '../TraceBackend';
import { answerOf } from './jaegerV1';

// Storages that a nightly job writes for have one entry a day.
const lookBack = 24 * 3_600_000;

const links = z
  .array(z.object({ parent: z.string(), child: z.string() }))
  .nullable()
  .transform(all => all ?? []);

const v1 = answerOf(links).transform(({ data }) => data);
const v3 = z
  .object({ dependencies: links })
  .or(z.strictObject({}).transform(() => ({ dependencies: [] })))
  .transform(({ dependencies }) => dependencies);

type AskLinks = (
  asker: Asker,
  window: TimeWindow,
) => Promise<Outcome<z.output<typeof links>>>;

/** Two addresses for the same: the first has been there for ever, the other may outlive it. */
export const dependencyApis: readonly AskLinks[] = [
  (asker, { to }) =>
    asker.json('/api/dependencies', v1.parse, {
      query: { endTs: to, lookback: lookBack },
    }),
  (asker, { to }) => {
    const startTime = new Date(to - lookBack).toISOString();
    const endTime = new Date(to).toISOString();
    return asker.json('/api/v3/dependencies', v3.parse, {
      query: { startTime, endTime },
    });
  },
];

/**
 * Jaeger's pairs of parent and child. Those of a service with itself are steps
 * within it as often as calls, and are left out.
 */
export const asDependencies = (pairs: z.output<typeof links>): Dependency[] =>
  pairs
    .filter(({ parent, child }) => parent !== child)
    .map(({ parent, child }) => ({ caller: parent, callee: child }));
