import { CallParty } from '@sightline/backstage-plugin-sightline-common';
import { Catalog } from '../Catalog';

/** An entity of the catalog as a party, for those that no trace ever named. */
export const catalogParty = (
  id: string,
  catalog: Pick<Catalog, 'services' | 'resources'>,
): CallParty => {
  const entry = catalog.services.get(id) ?? catalog.resources.get(id);
  const { name, owner, system, tier, type } = entry ?? {
    name: id.slice(id.indexOf('/') + 1),
  };
  return {
    ...{ id, entity: id, name },
    kind: kindOfEntity(id.startsWith('resource:'), type),
    ...(owner && { owner }),
    ...(system && { system }),
    ...(tier && { tier }),
  };
};

const kindOfEntity = (isResource: boolean, type = ''): CallParty['kind'] => {
  if (!isResource) return 'service';
  return /topic|queue|stream/.test(type) ? 'queue' : 'datastore';
};
