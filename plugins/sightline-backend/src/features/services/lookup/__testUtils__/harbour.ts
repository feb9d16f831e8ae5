import { Entity } from '@backstage/catalog-model';
import { OutsideName } from '@sightline/backstage-plugin-sightline-common';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { LookupSources } from '../LookupSources';

const root = resolve(__dirname, '../../../../../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const refOf = (name: string) => `component:default/${name}`;

/** As the catalog stitches it: what `spec` says is in the relations, too. */
const stitched = (entity: Entity): Entity => {
  const targets = (value: unknown) =>
    [value].flat().filter((said): said is string => typeof said === 'string');
  const { dependsOn, consumesApis } = entity.spec ?? {};
  return {
    ...entity,
    metadata: { namespace: 'default', ...entity.metadata },
    relations: [
      ...targets(dependsOn).map(targetRef => ({
        type: 'dependsOn',
        targetRef,
      })),
      ...targets(consumesApis).map(targetRef => ({
        ...{ type: 'consumesApi', targetRef },
      })),
    ],
  };
};

/** Everything in catalog-info, as the catalog would give it. */
export const harbourEntities = (): Entity[] =>
  ['org', 'systems', 'apis'].flatMap(folder =>
    readdirSync(join(root, 'catalog-info', folder))
      .filter(name => name.endsWith('.yaml'))
      .flatMap(name =>
        parseAllDocuments(read(`catalog-info/${folder}/${name}`)).map(
          document => stitched(document.toJS()),
        ),
      ),
  );

type TrueService = {
  name: string;
  otel: { serviceName: string; serviceNamespace: string | null } | null;
  pact: string | null;
  pagerduty: string | null;
  runs: { namespace: string; kind: string; name: string; image: string }[];
};

/** What every service of Harbour is called outside the catalog, and where it runs. */
export const harbourServices: readonly TrueService[] = parse(
  read('examples/town/truth/services.yaml'),
).services;

type Address = { of: string; host: string };

/** Hosts that callers name, of those that are services. */
export const harbourHosts: readonly Address[] = parse(
  read('examples/town/truth/telemetry.yaml'),
).addresses.filter(({ of }: Address) => !of.startsWith('resource:'));

/** The names by which the outside knows a service. */
export const outsideNames = (
  service: TrueService,
): Pick<OutsideName, 'kind' | 'name' | 'namespace'>[] => {
  const { otel, pact, pagerduty, runs } = service;
  return [
    ...(otel
      ? [
          {
            ...{ kind: 'otel' as const, name: otel.serviceName },
            namespace: otel.serviceNamespace ?? '',
          },
        ]
      : []),
    ...(pact ? [{ kind: 'pact' as const, name: pact, namespace: '' }] : []),
    ...(pagerduty
      ? [{ kind: 'pagerduty' as const, name: pagerduty, namespace: '' }]
      : []),
    ...[...new Map(runs.map(run => [run.name, run])).values()].map(
      ({ kind, name, namespace }) => ({
        ...{ kind: 'kubernetes' as const, name: `${kind}/${name}`, namespace },
      }),
    ),
  ];
};

const running = ({ runs }: TrueService) =>
  runs.map(({ namespace, kind, name, image }) => ({
    key: { cluster: 'eu1', namespace, kind: kind as 'Deployment', name },
    images: [{ container: name, image, digests: [] }],
    troubles: [],
  }));

export const aTrace = '4bf92f3577b34da6a3ce929d0e0e4736';

/** What calls and workloads know of Harbour. */
export const harbourSources = (): LookupSources => ({
  calls: {
    clues: async () => ({
      services: new Map(
        harbourHosts.map(({ of, host }) => [
          refOf(of),
          [{ kind: 'host', value: host }],
        ]),
      ),
      traces: new Map([
        [
          aTrace,
          [
            { service: refOf('orders'), failed: false },
            { service: refOf('payments'), failed: true },
          ],
        ],
      ]),
    }),
  },
  workloads: {
    isKnown: async () => true,
    running: async refs =>
      new Map(
        harbourServices
          .filter(
            ({ name, runs }) => runs.length > 0 && refs.includes(refOf(name)),
          )
          .map(service => [
            refOf(service.name),
            { workloads: running(service) },
          ]),
      ),
  },
});
