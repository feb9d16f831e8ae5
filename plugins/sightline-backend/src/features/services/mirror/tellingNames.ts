import { Entity } from '@backstage/catalog-model';
import { OutsideName } from '@sightline/backstage-plugin-sightline-common';
import { annotatedNames } from '../engine/annotatedNames';
import { isService } from '../engine/isService';
import { NameStore } from '../aliases/NameStore';
import { CatalogMirror } from './CatalogMirror';

/**
 * The names that the catalog itself gives a service are known from the moment
 * the service is, not only when an outside system first uses them.
 */
export const tellingNames = (
  mirror: CatalogMirror,
  options: { names: Pick<NameStore, 'accept'>; types: readonly string[] },
): CatalogMirror => ({
  ...mirror,
  async keep(entities) {
    await mirror.keep(entities);
    await options.names.accept(
      entities
        .filter(
          entity =>
            entity.kind.toLocaleLowerCase('en-US') === 'component' &&
            isService(entity, options.types),
        )
        .flatMap(namesOf),
      { source: 'catalog' },
    );
  },
});

const namesOf = (entity: Entity): OutsideName[] =>
  annotatedNames(entity.metadata.annotations ?? {}).flatMap(
    ({ kind, name, namespace = '' }) => (kind ? { kind, name, namespace } : []),
  );
