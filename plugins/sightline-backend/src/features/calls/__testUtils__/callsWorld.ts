import {
  OutsideName,
  ServiceRef,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';
import { Knex } from 'knex';
import { Catalog } from '../engine/Catalog';
import { CatalogView } from '../CatalogView';
import { createCallsPart } from '../callsPart';
import { ServiceNames } from '../CallsReader';
import {
  CallsLimits,
  createCallsStore,
  defaultCallsLimits,
} from '../CallsStore';
import { createCallsReader } from '../createCallsReader';
import { createRollUp } from '../createRollUp';
import { START } from './reports';

/** Names of the catalog as a test says they are: `shop/orders` → ref. */
export const fakeNames = (known: Record<string, ServiceRef>): ServiceNames => ({
  resolveAll: async names =>
    names.map(({ namespace, name }) => {
      const service = known[`${namespace}/${name}`];
      return service === undefined ? undefined : { service };
    }),
  namesOf: async refs => {
    const all = Object.entries(known).map(([key, ref]) => {
      const [namespace, name] = key.split('/');
      const outside: OutsideName = { kind: 'otel', namespace, name };
      return { ref, outside };
    });
    return new Map(
      refs.map(of => [
        of,
        all.filter(({ ref }) => ref === of).map(({ outside }) => outside),
      ]),
    );
  },
});

/** A catalog as a test says it is. */
export const fakeCatalog = (
  said: Partial<Record<'services' | 'resources' | 'apis' | 'needs', object>>,
): CatalogView => ({
  read: async () =>
    ({
      services: new Map(Object.entries(said.services ?? {})),
      resources: new Map(Object.entries(said.resources ?? {})),
      apis: new Map(Object.entries(said.apis ?? {})),
      needs: new Map(Object.entries(said.needs ?? {})),
      evidence: {
        source: 'catalog',
        observedAt: toIso(START),
        validFor: 120_000,
      },
    } as Catalog),
});

export const ref = (name: string) => `component:default/${name}`;

/** Store, roll-up and reader over one database, with a clock to turn. */
export const callsWorld = (
  database: Knex,
  limits?: Partial<CallsLimits>,
  chunk = 3,
) => {
  const time = { now: START };
  const clock = () => time.now;
  const store = createCallsStore({
    database,
    clock,
    limits: { ...defaultCallsLimits, ...limits },
  });
  const names = fakeNames({
    'shop/storefront': ref('storefront'),
    'shop/orders': ref('orders'),
    'shop/payments': ref('payments'),
  });
  const reader = createCallsReader({ database, names });
  const lost: Record<string, number> = {};
  return {
    time,
    clock,
    reader,
    lost,
    part: createCallsPart({ reader, clock }),
    accept: (report: CallsReport) =>
      store.accept(report, {
        source: 'otlp',
        lost: (cause, count) => {
          lost[cause] = (lost[cause] ?? 0) + count;
        },
      }),
    /** small chunks, so that a test of a few buckets needs several */
    rollUp: () =>
      createRollUp({ database, clock, chunk }).run(
        new AbortController().signal,
      ),
    buckets: async () => {
      const rows = await database('calls_bucket').orderBy(['at', 'edge']);
      return rows.map(row => ({
        width: row.width / 60_000,
        at: new Date(Number(row.at)).toISOString().slice(0, 16),
        calls: Number(row.calls),
        errors: Number(row.errors),
        estimated: row.estimated,
        retries: Number(row.retries),
        latency: row.latency,
      }));
    },
  };
};
