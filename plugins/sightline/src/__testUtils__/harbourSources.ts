import {
  Alias,
  AliasKind,
  AliasState,
  Fault,
  SourceRun,
  SourceStatus,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { NOON } from './harbour';

const MINUTE = 60_000;

const runs = (
  now: number,
  outcomes: SourceRun['outcome'][],
  fault?: Fault,
): SourceRun[] =>
  outcomes.map((outcome, index) => ({
    startedAt: toIso(now - index * MINUTE - 20_000),
    took: 180 + ((index * 97) % 400),
    outcome,
    calls: 12 + (index % 3),
    fault: outcome === 'ok' || outcome === 'partial' ? undefined : fault,
    notes: outcome === 'partial' ? ['3 of 212 services had no series'] : [],
  }));

const well = Array<SourceRun['outcome']>(20).fill('ok');

const healthy = (now: number): SourceStatus => ({
  id: 'catalog',
  title: 'Software Catalog',
  kind: 'pull',
  state: 'ok',
  words: 'Answers completely and in time.',
  every: MINUTE,
  freshFor: 5 * MINUTE,
  lastAttemptAt: toIso(now - 20_000),
  lastSuccessAt: toIso(now - 20_000),
  nextAttemptAt: toIso(now + 40_000),
  consecutiveFailures: 0,
  totals: { runs: 1_440, failures: 2, calls: 18_204, took: 1_527_000 },
  losses: [],
  coverage: { services: 250, of: 250 },
  recentRuns: runs(now, well),
});

const timeout: Fault = {
  kind: 'timeout',
  words:
    'prometheus.harbour.example did not answer GET /api/v1/query within 10 s',
};

const certificate: Fault = {
  kind: 'certificate',
  words:
    'The certificate of broker.harbour.example expired on 19 November 2026',
};

const failing = (now: number): SourceStatus => ({
  ...healthy(now),
  id: 'prometheus',
  title: 'Prometheus',
  state: 'failing',
  words:
    'The last 4 attempts timed out; the answer of 12 minutes ago still stands.',
  lastSuccessAt: toIso(now - 12 * MINUTE),
  nextAttemptAt: toIso(now + 90_000),
  consecutiveFailures: 4,
  fault: timeout,
  totals: { runs: 1_440, failures: 31, calls: 402_117, took: 96_508_000 },
  coverage: { services: 212, of: 250 },
  recentRuns: runs(
    now,
    ['failed', 'failed', 'retry', 'failed', 'partial', ...well.slice(5)],
    timeout,
  ),
});

const paused = (now: number): SourceStatus => ({
  ...healthy(now),
  id: 'pact',
  title: 'Pact Broker',
  state: 'paused',
  words:
    'Not asked until the circuit closes again: its certificate has expired.',
  lastSuccessAt: toIso(now - 2 * 24 * 60 * MINUTE),
  nextAttemptAt: toIso(now + 4 * MINUTE),
  consecutiveFailures: 96,
  fault: certificate,
  coverage: { services: 61, of: 250 },
  recentRuns: runs(now, Array(20).fill('failed'), certificate),
});

const lossy = (now: number): SourceStatus => ({
  ...healthy(now),
  id: 'otlp',
  title: 'OpenTelemetry',
  kind: 'push',
  state: 'partial',
  words: 'Spans arrive faster than they can be joined; some are dropped.',
  every: undefined,
  nextAttemptAt: undefined,
  losses: [
    {
      cause: 'spans that waited too long for their parent',
      count: 10_482,
      lastAt: toIso(now - 30_000),
    },
    {
      cause: 'batches refused while the buffer was full',
      count: 3,
      lastAt: toIso(now - 8 * MINUTE),
    },
  ],
  coverage: { services: 188, of: 250 },
  recentRuns: runs(now, ['partial', 'partial', ...well.slice(2)]),
});

const starting = (now: number): SourceStatus => ({
  ...healthy(now),
  id: 'kubernetes:harbour-eu',
  title: 'Kubernetes harbour-eu',
  kind: 'watch',
  state: 'starting',
  words: 'Connected; the first list is on its way.',
  lastSuccessAt: undefined,
  nextAttemptAt: undefined,
  every: undefined,
  totals: { runs: 0, failures: 0, calls: 1, took: 40 },
  coverage: undefined,
  recentRuns: [],
});

const disabled = (now: number): SourceStatus => ({
  ...starting(now),
  id: 'pagerduty',
  title: 'PagerDuty',
  kind: 'pull',
  state: 'disabled',
  words: 'Switched off in app-config.',
  totals: { runs: 0, failures: 0, calls: 0, took: 0 },
});

/** In trouble first, as the API orders them. */
export const sourceStatuses = (now = NOON): SourceStatus[] =>
  [failing, paused, lossy, starting, healthy, disabled].map(make => make(now));

const named: [AliasKind, string, string][] = [
  ['otel', 'payment-service', 'shop'],
  ['kubernetes', 'Deployment/ledger', 'money'],
  ['pact', 'Cart', ''],
  ['pagerduty', 'Invoices (prod)', ''],
  ['otel', 'price-engine', 'shop'],
  ['kubernetes', 'StatefulSet/stock', 'logistics'],
];

const best = ['invoice', 'ledger', 'cart', 'invoice', 'price', 'stock'];

const candidatesOf = (index: number): Alias['candidates'] =>
  [
    {
      service: `component:default/${best[index % best.length]}-api`,
      score: 0.86,
      reason: 'same name but for the ending -service',
    },
    {
      service: 'component:default/cart-worker',
      score: 0.64,
      reason: 'same words in another order',
    },
    {
      service: 'component:default/invoice-worker',
      score: 0.41,
      reason: 'same namespace as its system',
    },
  ].slice(0, index % 5 === 4 ? 0 : 1 + (index % 3));

/** Harbour's outside name number so-and-so, waiting for a decision. */
export function alias(index: number, now = NOON): Alias {
  const [kind, name, namespace] = named[index % named.length];
  const round = Math.floor(index / named.length);
  const candidates = candidatesOf(index);
  const state: AliasState = candidates.length ? 'suggested' : 'unmatched';
  return {
    id: `alias-${index}`,
    outside: { kind, name: round ? `${name}-${round}` : name, namespace },
    state,
    candidates,
    seenBy: kind === 'kubernetes' ? 'kubernetes:harbour-eu' : kind,
    firstSeen: toIso(now - 40 * 24 * 60 * MINUTE),
    lastSeen: toIso(now - (index % 50) * MINUTE),
  };
}

export const aliases = (size: number, now = NOON): Alias[] =>
  Array.from({ length: size }, (_, index) => alias(index, now));
