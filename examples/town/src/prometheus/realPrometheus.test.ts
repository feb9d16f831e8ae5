import { NOON, incidents, truth } from '../__testUtils__/harbour.ts';
import {
  startRealPrometheus,
  whyNoPrometheus,
  type RealPrometheus,
} from './__testUtils__/RealPrometheus.ts';
import { alike, inOrder } from './__testUtils__/alike.ts';
import { mistakes } from './__testUtils__/mistakes.ts';
import { queries } from './__testUtils__/queries.ts';
import { openMetrics } from './api/exposition.ts';
import type { Served } from '../serving/listenHere.ts';
import { servePrometheus } from './api/servePrometheus.ts';
import type { Series } from './promql/Series.ts';
import { createHarbourStore } from './startPrometheus.ts';

const START = NOON / 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Between all steps and samples: Prometheus 2 takes in what lies on the left end of a range, 3 does not. */
const NOW = START / 1000 - 12.25;

const METRIC = 'http_server_request_duration_seconds';

/** Half a day of some services, and a month of refunds: what a real Prometheus takes in within seconds. */
function someSeries(): Series[] {
  const outages = ['payments-slow', 'ledger-down'].map((id, i) => ({
    incident: incidents.find(incident => incident.id === id)!,
    fromMicros: (START - (7 - i) * HOUR) * 1000,
    toMicros: (START - (6.5 - i) * HOUR) * 1000,
  }));
  const seriesOver = (historyMs: number) =>
    createHarbourStore({ truth, outages, startMs: START, historyMs })(
      START,
    ).series();
  const isRefund = ({ labels }: Series) =>
    labels.__name__ === `${METRIC}_count` &&
    labels.http_route === '/refunds' &&
    /201|500/.test(labels.http_response_status_code);
  const isWanted = ({ labels }: Series) => {
    const { __name__: name, service_name: service, http_route: route } = labels;
    if (name === 'up') return /payment|catalog/.test(labels.job);
    if (name === `${METRIC}_bucket`) {
      return route === '/payments' && !labels.error_type;
    }
    return /^(payment-service|exports|inventory|harbour.ledger)$/.test(service);
  };
  return [
    ...seriesOver(31 * 24 * HOUR).filter(isRefund),
    ...seriesOver(12 * HOUR).filter(
      series => isWanted(series) && !isRefund(series),
    ),
  ];
}

type Said = { errorType?: string; error?: string };

/** What somebody gets to read word for word; about grammar each has words of its own. */
const isInWords = (error: string) =>
  /expected type|expected \d|unknown function|must|not allowed|multiple/.test(
    error,
  ) && !/parse error: unexpected|found duplicate/.test(error);

const describeWhere = whyNoPrometheus ? describe.skip : describe;

describeWhere('beside a real Prometheus', () => {
  let real: RealPrometheus;
  let ours: Served;
  beforeAll(async () => {
    const series = someSeries();
    const texts = [...openMetrics(series, { untilMs: START })].map(
      ({ text }) => text,
    );
    real = await startRealPrometheus(texts);
    ours = await servePrometheus({
      port: 0,
      nowMs: () => START,
      storeAt: () => ({ series: () => series }),
    });
  }, 120_000);
  afterAll(async () => {
    ours?.close();
    await real?.stop();
  });

  const ask = async (path: string, form: Record<string, string>) => {
    const [theirs, own] = await Promise.all(
      [real, ours].map(async ({ url }) => {
        const body = new URLSearchParams(form);
        const address = `${url}/api/v1/${path}`;
        const response = await fetch(address, { method: 'POST', body });
        const said: Said = JSON.parse(await response.text());
        return { ...said, code: response.status };
      }),
    );
    const [a, b] = [inOrder(theirs), inOrder(own)];
    return { theirs: a, own: alike(b, a), raw: [theirs, own] as const };
  };

  it.each(queries)('agrees about %s', async query => {
    const { theirs, own } = await ask('query', { query, time: String(NOW) });

    expect(own).toEqual(theirs);
    expect(own).toMatchObject({ code: 200 });
  });

  it.each([
    [`sum by (service_name) (rate(${METRIC}_count[5m]))`, 6 * HOUR, '5m'],
    [
      `increase(${METRIC}_count{http_route="/refunds",http_response_status_code=~"201|500"}[1d])`,
      29 * DAY,
      '1h',
    ],
    ['up or vector(time())', HOUR, '59'],
    [`${METRIC}_count{service_name="inventory"}`, 14 * HOUR, '301.5'],
    [`topk(2, ${METRIC}_count @ start()) - 1`, HOUR, '15m'],
  ])('agrees about %s over %d ms in steps of %s', async (query, ms, step) => {
    const { theirs, own } = await ask('query_range', {
      ...{ query, step },
      start: String(NOW - ms / 1000),
      end: String(NOW),
    });

    expect(own).toEqual(theirs);
    expect(own).toMatchObject({ code: 200 });
  });

  it.each([
    [`sort(sum by (service_name, http_route) (${METRIC}_count))`],
    [`sort_desc(sum by (service_name, http_route) (${METRIC}_count))`],
    [`topk(3, sum by (service_name, http_route) (${METRIC}_count))`],
  ])('agrees about the order of %s', async query => {
    const { raw } = await ask('query', { query, time: String(NOW) });
    const [theirs, own] = raw.map(answer =>
      JSON.stringify(alike(answer, raw[0])),
    );

    expect(JSON.parse(own)).toEqual(JSON.parse(theirs));
  });

  it.each(mistakes)('refuses as Prometheus does: %s', async query => {
    const { raw } = await ask('query', { query, time: String(NOW) });
    const [theirs, own] = raw.map(({ code, errorType, error }) => ({
      code,
      errorType,
      ...(isInWords(String(error)) && { error }),
    }));

    expect(own).toEqual(theirs);
    expect(own.code).not.toBe(200);
  });

  it.each([
    ['series', { 'match[]': `${METRIC}_count{service_name="exports"}` }],
    ['labels', {}],
    ['labels', { 'match[]': 'up' }],
  ])('agrees about %s %j', async (path, form: Record<string, string>) => {
    const { theirs, own } = await ask(path, form);

    expect(own).toEqual(theirs);
  });
});
