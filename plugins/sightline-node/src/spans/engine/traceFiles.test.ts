import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asSlowEdges, runEngine } from '../__testUtils__/fastEdges';
import { asSlowJourneys } from '../__testUtils__/fastJourneys';
import { slowEdges } from '../__testUtils__/slowEdges';
import { criticalOf, slowJourneys } from '../__testUtils__/slowJourneys';
import { requestOf, ToldSpan } from '../__testUtils__/ToldSpan';
import {
  readJaeger,
  readOtlpLines,
  readZipkin,
  toldByOtlp,
} from '../__testUtils__/traceFiles';

// Captured traces belong to others and are not in this repository.
const folder = resolve(__dirname, '../../../../../../shared/data/traces');
const found = existsSync(folder);

const told = (spans: ToldSpan[]) => ({ spans, requests: [requestOf(spans)] });

const files: Record<string, () => { spans: ToldSpan[]; requests: string[] }> = {
  'OpenTelemetry Demo (OTLP, clients with two answers and with none)': () => {
    const requests = readOtlpLines(
      join(folder, '01-otel-demo-collector-file-exporter.otlp.jsonl'),
    );
    return { spans: toldByOtlp(requests), requests };
  },
  'DeathStarBench (Jaeger, no kinds at all)': () =>
    told(
      readJaeger(join(folder, '02-deathstarbench-socialnetwork.jaeger.json')),
    ),
  'Train Ticket (Zipkin v1, both sides in one span)': () =>
    told(readZipkin(join(folder, '06-train-ticket-preserve.zipkin1.json'))),
  'Hotel reservation (Jaeger, parallel gRPC calls)': () =>
    told(
      readJaeger(
        join(folder, '08-traceweaver-hotelreservation-load100.jaeger.json'),
      ),
    ),
};

/** The same, ending now, for old clocks would be taken for broken ones, and with hosts as they are named. */
const recent = (spans: ToldSpan[], now = 1_790_000_000_000): ToldSpan[] => {
  const end = Math.max(...spans.map(span => span.start + span.duration));
  return spans.map(span => ({
    ...span,
    start: span.start + now * 1000 - end,
    peer: span.peer.toLowerCase(),
  }));
};

const titles = Object.keys(files);
const describeFiles = found ? describe : describe.skip;

describeFiles(
  `captured traces${
    found ? '' : ': left out, ../shared/data/traces is not there'
  }`,
  () => {
    it.each(titles)('of %s have the edges that the slow way finds', title => {
      const { spans, requests } = files[title]();
      const edges = slowEdges(spans);
      expect(Object.keys(edges).length).toBeGreaterThan(4);
      expect(asSlowEdges(runEngine(requests).parts)).toEqual(edges);
    });

    it.each(titles)(
      'of %s have the journeys that the slow way reads',
      title => {
        const spans = recent(files[title]().spans);
        const { steps } = slowJourneys(spans);
        expect(Object.keys(steps).length).toBeGreaterThan(4);
        expect(criticalOf(steps)).toBeGreaterThan(0);
        expect(asSlowJourneys(runEngine([requestOf(spans)]).parts)).toEqual(
          steps,
        );
      },
    );
  },
);
