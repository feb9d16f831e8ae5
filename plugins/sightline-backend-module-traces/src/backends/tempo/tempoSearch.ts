import { ok, Outcome } from '@sightline/backstage-plugin-sightline-node';
import { z } from 'zod';
import { traceIdOf } from '../../sampling/engine/otlpTraces';
import { TimeWindow } from '../../sampling/engine/windowAt';
import { Asker } from '../Asker';

// An empty list may be left out; any other object is no list, not an empty one.
const nothing = z.strictObject({ metrics: z.unknown() }).partial();

const values = z
  .object({ tagValues: z.array(z.unknown()) })
  .or(nothing.transform(() => ({ tagValues: [] })));
const typedValue = z.object({ value: z.string() });
// An id goes into the next address, so nothing but an id may pass here.
const traceId = z.string().regex(/^[0-9a-f]{1,32}$/i, 'a trace id');
const found = z
  .object({ traces: z.array(z.object({ traceID: traceId })) })
  .or(nothing.transform(() => ({ traces: [] })));

/** TraceQL since Tempo 2, tags before. */
export interface TempoApi {
  services(asker: Asker, window: TimeWindow): Promise<Outcome<unknown[]>>;
  /** what to search by, as a parameter */
  ofService(service: string): { q: string } | { tags: string };
}

const seconds = ({ from, to }: TimeWindow) => ({
  start: from / 1000,
  end: to / 1000,
});

// JSON's way of quoting is TraceQL's and logfmt's, too: no name leaves its quotes.
const quoted = (name: string) => JSON.stringify(name);

const traceQl: TempoApi = {
  async services(asker, window) {
    const path = '/api/v2/search/tag/resource.service.name/values';
    const query = seconds(window);
    const answer = await asker.json(path, values.parse, { query });
    if (answer.outcome !== 'ok') return answer;
    const { tagValues } = answer.value;
    return ok(tagValues.map(one => typedValue.safeParse(one).data?.value));
  },
  ofService: name => ({ q: `{ resource.service.name = ${quoted(name)} }` }),
};

const byTags: TempoApi = {
  async services(asker) {
    const path = '/api/search/tag/service.name/values';
    const answer = await asker.json(path, values.parse);
    return answer.outcome === 'ok' ? ok(answer.value.tagValues) : answer;
  },
  ofService: name => ({ tags: `service.name=${quoted(name)}` }),
};

export const tempoApis: readonly TempoApi[] = [traceQl, byTags];

export type TempoSearch = {
  query: { q: string } | { tags: string };
  window: TimeWindow;
  atMost: number;
};

/** Ids of traces; Tempo searches until it has enough, in no order. */
export const searchTempo = async (
  asker: Asker,
  { query, window, atMost }: TempoSearch,
): Promise<Outcome<string[]>> => {
  const answer = await asker.json('/api/search', found.parse, {
    query: { ...query, limit: atMost, ...seconds(window), spss: 1 },
  });
  return answer.outcome === 'ok'
    ? ok(answer.value.traces.map(({ traceID }) => traceIdOf(traceID)))
    : answer;
};
