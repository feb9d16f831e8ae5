import {
  Entity,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { serviceRows } from '../src/__testUtils__/harbour';

/** The catalog's view of the fakes' services, so that a row leads to its entity page. */
export const devEntities: Entity[] = serviceRows(214).map(row => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: row.name,
    namespace: 'default',
    title: row.title,
    description: row.description,
    tags: row.tags,
  },
  spec: { type: row.type, lifecycle: row.lifecycle, owner: row.owner?.name },
  relations: [
    ...(row.owner
      ? [{ type: RELATION_OWNED_BY, targetRef: row.owner.ref }]
      : []),
    { type: RELATION_DEPENDS_ON, targetRef: 'component:default/cart-api' },
  ],
}));
