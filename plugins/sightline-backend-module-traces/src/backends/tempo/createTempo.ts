import { createFirstThatIsThere } from '../firstThatIsThere';
import { cutSearch, Sampling, TraceBackend } from '../TraceBackend';
import { fetchTraces } from './fetchTraces';
import { readTempoTrace } from './readTempoTrace';
import { searchTempo, tempoApis } from './tempoSearch';

const traceApis = [
  { path: '/api/v2/traces', isEnveloped: true },
  { path: '/api/traces', isEnveloped: false },
];

/**
 * Tempo: a search answers with ids, and each trace is asked for by its id, as
 * protobuf.
 *
 * ```
 *   names of services ─▶ search, one a service ─▶ ids ─▶ traces, one by one
 * ```
 */
export const createTempo = (): TraceBackend => {
  const apis = createFirstThatIsThere(tempoApis);
  const byId = createFirstThatIsThere(traceApis);

  const fetchTrace = (id: string, { asker, traces }: Sampling) =>
    byId.ask(({ path, isEnveloped }) =>
      asker.protobuf(`${path}/${id}`, received => {
        const trace = readTempoTrace(received, { isEnveloped });
        const spans =
          'json' in trace
            ? traces.takeOneJson(trace.json)
            : traces.takeProtobuf(trace.protobuf);
        return { spans, partial: trace.partial };
      }),
    );

  return {
    title: 'Tempo',
    services: (asker, window) => apis.ask(api => api.services(asker, window)),

    async sample(service, sampling) {
      const { asker, window, atMost, lost } = sampling;
      const query = apis.current.ofService(service);
      const found = await searchTempo(asker, { query, window, atMost });
      if (found.outcome !== 'ok') return found;
      if (found.value.length >= atMost) lost(cutSearch, 1);
      return fetchTraces(found.value, sampling, id => fetchTrace(id, sampling));
    },
  };
};
