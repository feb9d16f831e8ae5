import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asSlowEdges, runEngine } from '../__testUtils__/fastEdges';
import { slowEdges } from '../__testUtils__/slowEdges';
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
  },
);
