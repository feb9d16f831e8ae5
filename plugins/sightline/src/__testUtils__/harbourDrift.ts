import {
  CatalogPatch,
  DependencyDrift,
  DriftRow,
  DriftVerdict,
  driftVerdicts,
  known,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { NOON } from './harbour';
import { before, figures, traced } from './harbourFigures';
import { party } from './harbourParties';

const declaredAs = (name: string): DriftRow['declared'] => {
  const { entity, kind } = party(name);
  return kind === 'service'
    ? [{ relation: 'consumesApi', ref: `api:default/${name}-api` }]
    : [{ relation: 'dependsOn', ref: entity ?? name }];
};

/** A dependency on which catalog and traces agree; a test says what is otherwise. */
export const driftRow = (
  name: string,
  other: Partial<DriftRow> = {},
  now = NOON,
): DriftRow => ({
  target: party(name),
  verdict: 'agreed',
  why: `Orders declares ${party(name).name}, and calls it.`,
  declared: declaredAs(name),
  seen: {
    figures: figures(0.9),
    modes: [party(name).kind === 'queue' ? 'async' : 'sync'],
    lastSeen: before(0.2, now),
  },
  ...other,
});

const disagreed = (now: number): DriftRow[] => [
  driftRow(
    'external:api.cardrail.example',
    {
      verdict: 'undeclared',
      why: 'Called 3,600 times in the last hour; the catalog has nothing of this name to declare.',
      declared: [],
      seen: {
        figures: figures(1, 0.012, [210, 700]),
        modes: ['sync'],
        lastSeen: before(0.1, now),
      },
    },
    now,
  ),
  driftRow(
    'users',
    {
      verdict: 'undeclared',
      why: 'Called 3,240 times in the last hour; neither users nor an API of it is declared.',
      declared: [],
      seen: {
        figures: figures(0.9, 0.0006, [10, 35]),
        modes: ['sync'],
        lastSeen: before(0.3, now),
      },
    },
    now,
  ),
  driftRow(
    'promotions',
    {
      verdict: 'unused',
      why: 'Declared, and not called in the last 7 days, in which Orders was traced.',
      seen: undefined,
    },
    now,
  ),
  driftRow(
    'inventory',
    {
      verdict: 'uncontracted',
      why: 'Both have a name on a broker of contracts, and no contract with each other.',
      contract: 'none',
    },
    now,
  ),
  driftRow(
    'warehouse',
    {
      verdict: 'cannot-tell',
      why: 'Declared and not seen; warehouse sends no traces, so that nobody can tell.',
      seen: undefined,
    },
    now,
  ),
];

const agreed = (now: number): DriftRow[] => [
  driftRow('payments', { contract: 'failed' }, now),
  driftRow('cart', { contract: 'verified' }, now),
  driftRow('shipping', { contract: 'verified' }, now),
  driftRow('pricing', { contract: 'never' }, now),
  ...[
    'fraud',
    'db:orders-db',
    'topic:order-events',
    'topic:payment-events',
    'topic:parcel-events',
  ].map(name => driftRow(name, {}, now)),
];

const patch: CatalogPatch = {
  add: [{ field: 'consumesApis', ref: 'api:default/users-api' }],
  remove: [{ field: 'dependsOn', ref: 'component:default/promotions' }],
  yaml: `spec:
  type: service
  lifecycle: production
  owner: group:default/checkout
  consumesApis:
    - api:default/payments-api
    - api:default/users-api
  dependsOn:
    - resource:default/orders-db
`,
  file: 'url:https://github.com/harbour/orders/blob/main/catalog-info.yaml',
};

const countsOf = (rows: DriftRow[]) =>
  Object.fromEntries(
    driftVerdicts.map(verdict => [
      verdict,
      rows.filter(row => row.verdict === verdict).length,
    ]),
  ) as Record<DriftVerdict, number>;

/** A drift of these rows, with its counts. */
export const driftOf = (
  rows: DriftRow[],
  other: Partial<DependencyDrift> = {},
  now = NOON,
): DependencyDrift => ({
  rows,
  counts: countsOf(rows),
  layers: {
    declared: known(true, {
      source: 'catalog',
      observedAt: before(3, now),
      validFor: 600_000,
    }),
    seen: known(true, traced(now)),
    contracted: unknown(
      'not-configured',
      'Contracts come with a later version.',
    ),
    deployed: unknown('not-configured'),
  },
  ...other,
});

/** What Orders leans on, as catalog, traces and contracts tell it. */
export const harbourDrift = (now = NOON): DependencyDrift =>
  driftOf([...disagreed(now), ...agreed(now)], { patch }, now);

/** The same before the first trace came: nothing can be concluded. */
export const untracedDrift = (now = NOON): DependencyDrift => {
  const rows = ['payments', 'cart', 'db:orders-db'].map(name =>
    driftRow(name, {
      verdict: 'cannot-tell',
      why: 'Declared; no traces have come yet, so that nobody can tell.',
      seen: undefined,
    }),
  );
  const drift = driftOf(rows, {}, now);
  return {
    ...drift,
    layers: {
      ...drift.layers,
      seen: unknown('not-configured', 'No traces have come yet.'),
    },
  };
};
