import { ok } from '@sightline/backstage-plugin-sightline-node';
import { z } from 'zod';
import { beginOfTraces } from '../../sampling/engine/otlpTraces';
import { JaegerApi, JaegerSearch } from './JaegerApi';

// An empty list is left out. Any other object is no list, not an empty one.
const nothing = z.strictObject({});

const services = z
  .object({ services: z.array(z.unknown()) })
  .or(nothing.transform(() => ({ services: [] })));

// "No traces found" is a 404 whose body says 404 as well; a 404 without it
// means that nobody is there.
const found = z.union([
  z.object({
    result: z.object({ resourceSpans: z.array(z.unknown()) }).or(nothing),
  }),
  z
    .object({ error: z.object({ httpCode: z.literal(404) }) })
    .transform(() => ({ result: {} })),
]);

const time = (instant: number) => new Date(instant).toISOString();

/**
 * Newer versions spell parameters in camelCase and log a warning about the old
 * spelling where it stands alone; older ones know the old spelling only. Each
 * reads its own and passes over the others.
 */
const query = ({ service, window, atMost }: JaegerSearch) => ({
  'query.serviceName': service,
  'query.service_name': service,
  'query.startTimeMin': time(window.from),
  'query.start_time_min': time(window.from),
  'query.startTimeMax': time(window.to),
  'query.start_time_max': time(window.to),
  'query.searchDepth': atMost,
  'query.search_depth': atMost,
  'query.num_traces': atMost,
});

/** Jaeger's stable API: traces come in OTLP's own JSON. */
export const jaegerV3: JaegerApi = {
  async services(asker) {
    const answer = await asker.json('/api/v3/services', services.parse);
    return answer.outcome === 'ok'
      ? { ...answer, value: answer.value.services }
      : answer;
  },
  async traces(asker, search) {
    const answer = await asker.json('/api/v3/traces', found.parse, {
      query: query(search),
      alsoTake: [404],
    });
    if (answer.outcome !== 'ok') return answer;
    const { result } = answer.value;
    const count = beginOfTraces(result).size;
    return ok({ count, pieces: [result] }, answer.notes);
  },
};
