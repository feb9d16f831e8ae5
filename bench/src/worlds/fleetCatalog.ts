import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

const pick = <T>(list: readonly T[], n: number) => list[n % list.length];

/** A company of any size, the same one each time: no randomness, no repetition. */
export const fleetEntities = (services: number): Entity[] => {
  const groups = Math.max(5, Math.round(services / 60));
  const systems = Math.max(4, Math.round(services / 25));
  return [
    ...Array.from({ length: groups }, (_, n) => group(n)),
    ...Array.from({ length: systems }, (_, n) => system(n, groups)),
    ...Array.from({ length: services }, (_, n) => service(n, groups, systems)),
  ];
};

const group = (n: number): Entity => {
  const parent =
    n === 0 ? undefined : `group:default/team-${Math.floor((n - 1) / 6)}`;
  return entity('Group', `team-${n}`, {
    spec: { type: 'team', profile: { displayName: `Team ${n}` }, children: [] },
    relations: parent ? [{ type: 'childOf', targetRef: parent }] : [],
  });
};

const system = (n: number, groups: number): Entity =>
  entity('System', `system-${n}`, {
    spec: { owner: `team-${n % groups}` },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/team-${n % groups}` },
    ],
  });

const words = [
  'order',
  'price',
  'stock',
  'user',
  'ledger',
  'route',
  'quote',
  'parcel',
];
const roles = ['api', 'worker', 'store', 'gateway', 'sync', 'projector'];

export const fleetServiceName = (n: number) =>
  `${pick(words, n * 7)}-${pick(roles, n)}-${n}`;

const service = (n: number, groups: number, systems: number): Entity => {
  const owner = `group:default/team-${(n * 13) % groups}`;
  const ofSystem = `system:default/system-${(n * 11) % systems}`;
  return entity('Component', fleetServiceName(n), {
    annotations: {
      'sightline.dev/tier': pick(['T0', 'T1', 'T2', 'T2', 'T3', 'T3'], n),
    },
    title: `${pick(words, n * 7)} ${pick(roles, n)} ${n}`,
    description: `Keeps the ${pick(words, n * 7)} of region ${
      n % 40
    } and answers for it.`,
    tags: [pick(['java', 'go', 'node', 'kotlin'], n)],
    spec: {
      type: 'service',
      lifecycle: pick(
        [
          'production',
          'production',
          'production',
          'experimental',
          'deprecated',
        ],
        n,
      ),
      owner,
      system: ofSystem,
    },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      { type: 'partOf', targetRef: ofSystem },
    ],
  });
};

const entity = (
  kind: string,
  name: string,
  rest: {
    spec: Record<string, unknown>;
    relations: { type: string; targetRef: string }[];
    title?: string;
    description?: string;
    tags?: string[];
    annotations?: Record<string, string>;
  },
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name,
    namespace: 'default',
    uid: `${kind}-${name}`,
    etag: `etag-${name}`,
    title: rest.title,
    description: rest.description,
    tags: rest.tags,
    annotations: rest.annotations ?? {},
  },
  spec: rest.spec as Entity['spec'],
  relations: rest.relations,
});

/** The part of the catalog the mirror asks: a stream by kind, and entities by ref. */
export const fleetCatalog = (entities: Entity[]): CatalogService => {
  const byRef = new Map(entities.map(each => [stringifyEntityRef(each), each]));
  const kindsOf = (filter: unknown): string[] =>
    [filter]
      .flat()
      .flatMap(each =>
        [(each as { kind?: string | string[] })?.kind ?? []].flat(),
      );

  const partial: Partial<CatalogService> = {
    async *streamEntities(request) {
      const kinds = kindsOf(request?.filter).map(kind => kind.toLowerCase());
      const size = request?.pageSize ?? 500;
      const found = entities.filter(
        ({ kind }) => kinds.length === 0 || kinds.includes(kind.toLowerCase()),
      );
      for (let at = 0; at < found.length; at += size) {
        yield found.slice(at, at + size);
      }
    },
    async getEntitiesByRefs({ entityRefs }) {
      return {
        items: entityRefs.map(
          ref => byRef.get(ref.toLowerCase()) ?? byRef.get(ref),
        ),
      };
    },
  };
  return partial as CatalogService;
};
