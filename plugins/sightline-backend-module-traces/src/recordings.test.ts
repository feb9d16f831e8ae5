import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  CallEngine,
  defaultCallEngineLimits,
  readOtlpObject,
  SpanColumns,
  StringTable,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { WorldRequest } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { edgesOf, reportsOf, startTestSource } from './__testUtils__/worlds';
import { jaegerAsOtlp } from './backends/jaeger/jaegerAsOtlp';
import { beginOfTraces } from './sampling/engine/otlpTraces';

// Captured traces belong to others and are not in this repository.
const folder = resolve(__dirname, '../../../../shared/data/traces');
const found = existsSync(folder);
const describeFiles = found ? describe : describe.skip;

type Trace = {
  spans: { startTime: number }[];
  processes: Record<string, { serviceName: string }>;
};

const readTraces = (file: string): Trace[] =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')).data;

const beginOf = ({ spans }: Trace) =>
  Math.min(...spans.map(({ startTime }) => startTime));

const servicesOf = ({ processes }: Trace) =>
  Object.values(processes).map(({ serviceName }) => serviceName);

/** A Jaeger of the first API with these traces, the newest first. */
const answerWith = (traces: Trace[]) => (request: WorldRequest) => {
  const { pathname, searchParams } = new URL(request.url, 'http://world');
  if (pathname === '/api/services') {
    return { body: { data: [...new Set(traces.flatMap(servicesOf))] } };
  }
  if (pathname !== '/api/traces') return { status: 404 };
  const data = traces
    .filter(trace => servicesOf(trace).includes(searchParams.get('service')!))
    .sort((a, b) => beginOf(b) - beginOf(a))
    .slice(0, Number(searchParams.get('limit')));
  return { body: { data, errors: null } };
};

/** All traces at once in an engine of their own. */
const edgesAtOnce = (traces: Trace[], now: number) => {
  const columns = new SpanColumns(new StringTable());
  const engine = new CallEngine(defaultCallEngineLimits);
  readOtlpObject(jaegerAsOtlp(traces) as Record<string, unknown>, columns);
  engine.take(columns, { id: 0, arrivedAt: now });
  engine.settle(now + defaultCallEngineLimits.pairingWithin);
  const parts = engine.drain(10_000).parts;
  return edgesOf(...parts.map(part => ({ writer: '', sequence: 0, ...part })));
};

describeFiles(
  `captured traces${
    found ? '' : ': left out, ../shared/data/traces is not there'
  }`,
  () => {
    // Megabytes of JSON for each of a dozen services.
    jest.setTimeout(60_000);

    it.each([
      ['02-deathstarbench-socialnetwork.jaeger.json', 11],
      ['08-traceweaver-hotelreservation-load100.jaeger.json', 5],
    ])(
      'in %s show the same edges, asked for service by service',
      async (file, leastEdges) => {
        const all = readTraces(file);
        const minutes = 60_000_000;
        // A recording may be of a day; a window is of half an hour at most.
        const first = Math.min(...all.map(beginOf));
        const from = Math.floor(first / (30 * minutes)) * 30 * minutes;
        const traces = all.filter(
          trace => beginOf(trace) < from + 30 * minutes,
        );
        const { world, pullAt, losses } = await startTestSource({
          type: 'jaeger',
          answer: answerWith(traces),
          settings: {
            window: '30m',
            settle: '0s',
            atMost: { tracesOfAService: 1000, traces: 1000 },
          },
        });
        const now = from / 1000 + 30 * 60_000;
        const answer = await pullAt(now);
        await world.stop();
        const edges = edgesOf(...reportsOf(answer));
        expect(Object.keys(edges).length).toBeGreaterThanOrEqual(leastEdges);
        expect(edges).toEqual(edgesAtOnce(traces, now));
        expect(
          Object.keys(losses).filter(cause => /traces/.test(cause)),
        ).toEqual([]);
      },
    );

    it('in OTLP have each a beginning', () => {
      const lines = readFileSync(
        join(folder, '01-otel-demo-collector-file-exporter.otlp.jsonl'),
        'utf8',
      )
        .split('\n')
        .filter(line => line.includes('"resourceSpans"'));
      const begins = lines.flatMap(line => [
        ...beginOfTraces(JSON.parse(line)),
      ]);
      expect(new Set(begins.map(([id]) => id)).size).toBe(141);
      expect(begins.every(([, at]) => at > Date.parse('2024-10-30'))).toBe(
        true,
      );
    });
  },
);
