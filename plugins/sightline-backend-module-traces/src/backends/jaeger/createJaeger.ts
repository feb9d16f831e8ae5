import { ok, Outcome } from '@sightline/backstage-plugin-sightline-node';
import { createFirstThatIsThere } from '../firstThatIsThere';
import { cutSearch, TraceBackend } from '../TraceBackend';
import { asDependencies, dependencyApis } from './jaegerDependencies';
import { jaegerV1 } from './jaegerV1';
import { jaegerV3 } from './jaegerV3';

const isTooLarge = (answer: Outcome<unknown>) =>
  answer.outcome === 'failed' && answer.fault.kind === 'too-large';

/**
 * Jaeger: searches answer with whole traces, all in one body: where
 * these are too large for one, fewer are asked for.
 *
 * ```
 *   /api/v3/services ─ not there ─▶ /api/services ─ not there ─▶ /api/dependencies
 *        │                              │
 *        ▼                              ▼
 *   /api/v3/traces                 /api/traces          (the one that was there)
 * ```
 */
export const createJaeger = (): TraceBackend => {
  const apis = createFirstThatIsThere([jaegerV3, jaegerV1]);
  const dependencies = createFirstThatIsThere(dependencyApis);
  return {
    title: 'Jaeger',
    services: asker => apis.ask(api => api.services(asker)),

    async sample(service, { asker, window, atMost, traces, lost }) {
      let limit = atMost;
      const search = () =>
        apis.current.traces(asker, { service, window, atMost: limit });
      let answer = await search();
      while (isTooLarge(answer) && limit > 1) {
        limit = Math.ceil(limit / 4);
        answer = await search();
      }
      if (answer.outcome !== 'ok') return answer;
      const { value: found, notes } = answer;
      if (found.count >= limit) lost(cutSearch, 1);
      for (const piece of found.pieces) await traces.takeJson(piece);
      return ok(undefined, notes);
    },

    async dependencies(asker, window) {
      const answer = await dependencies.ask(ask => ask(asker, window));
      return answer.outcome === 'ok'
        ? ok(asDependencies(answer.value), answer.notes)
        : answer;
    },
  };
};
