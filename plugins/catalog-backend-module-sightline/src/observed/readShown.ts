import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { RELATION_OBSERVED_DEPENDS_ON } from '@sightline/backstage-plugin-sightline-common';
import { Seen } from './Snapshot';

const PAGE = 1_000;

/**
 * The observed relations that the catalog shows at the moment: a process that
 * has just started compares with these, so that it has only to refresh what
 * changed while nobody looked.
 */
export const readShown = async (options: {
  auth: AuthService;
  catalog: CatalogService;
}): Promise<Map<string, Seen>> => {
  const { auth, catalog } = options;
  const shown = new Map<string, Seen>();
  const pages = catalog.streamEntities(
    {
      query: {
        $all: [
          { kind: 'Component' },
          { [`relations.${RELATION_OBSERVED_DEPENDS_ON}`]: { $exists: true } },
        ],
      },
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
      pageSize: PAGE,
      totalItems: 'exclude',
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    for (const entity of page) {
      const targets = (entity.relations ?? [])
        .filter(({ type }) => type === RELATION_OBSERVED_DEPENDS_ON)
        .map(({ targetRef }) => targetRef)
        .sort();
      shown.set(stringifyEntityRef(entity), { targets, silent: [] });
    }
  }
  return shown;
};
