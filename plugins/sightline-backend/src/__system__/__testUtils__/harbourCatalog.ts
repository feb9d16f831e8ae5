import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', uid: name, etag: `etag-${name}` },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
});

const entities: Entity[] = [
  component('payments'),
  component('ledger'),
  component('fraud'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'payments', namespace: 'default', uid: 'g', etag: 'g' },
    spec: { type: 'team', children: [] },
  },
];

/** As much of the catalog as the mirror asks of it. */
export const harbourCatalog = (): CatalogService => {
  const byRef = new Map(entities.map(each => [stringifyEntityRef(each), each]));
  const partial: Partial<CatalogService> = {
    async *streamEntities(request) {
      const kinds = [request?.filter ?? []]
        .flat()
        .flatMap(({ kind }) => [kind ?? []].flat())
        .map(kind => String(kind).toLowerCase());
      yield entities.filter(
        ({ kind }) => kinds.length === 0 || kinds.includes(kind.toLowerCase()),
      );
    },
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref => byRef.get(ref)),
    }),
  };
  return partial as CatalogService;
};
