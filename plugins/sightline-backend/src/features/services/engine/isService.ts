import { Entity } from '@backstage/catalog-model';

/** Whether a Component runs and can be called, by its `spec.type`. */
export const isService = (entity: Entity, types: readonly string[]): boolean =>
  types.includes(String(entity.spec?.type).trim().toLocaleLowerCase('en-US'));
