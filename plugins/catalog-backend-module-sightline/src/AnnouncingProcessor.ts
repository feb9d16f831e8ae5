import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorCache,
} from '@backstage/plugin-catalog-node';
import { validateAnnotations } from '@sightline/backstage-plugin-sightline-common';
import { createHash } from 'node:crypto';
import { Announcer } from './Announcer';

/** What Sightline mirrors. */
const kinds = ['component', 'group', 'user', 'system', 'domain', 'api'];

const CACHE_KEY = 'sightline-hash';

const fingerprint = (entity: Entity): string =>
  createHash('sha1')
    .update(JSON.stringify([entity.metadata, entity.spec]))
    .digest('base64url');

/**
 * Compares each processed entity with a hash of how it looked at its last
 * processing, kept in the catalog's own processing cache, and announces those
 * that differ. It never changes an entity and never fails its processing.
 *
 * The announcement comes before the entity is stitched; the receiver looks again
 * until it is. Relations that come from other entities show in those entities.
 */
export const createAnnouncingProcessor = (options: {
  announcer: Pick<Announcer, 'announce'>;
  logger: LoggerService;
}): CatalogProcessor => {
  const { announcer, logger } = options;

  const warn = (entity: Entity) => {
    for (const { words } of validateAnnotations(
      entity.metadata.annotations ?? {},
    )) {
      logger.warn(`${stringifyEntityRef(entity)}: ${words}`);
    }
  };

  const noticeChange = async (entity: Entity, cache: CatalogProcessorCache) => {
    const hash = fingerprint(entity);
    if ((await cache.get<string>(CACHE_KEY)) !== hash) {
      announcer.announce(stringifyEntityRef(entity));
      warn(entity);
    }
    // Written every time: the cache only survives runs in which it is written.
    await cache.set(CACHE_KEY, hash);
  };

  return {
    getProcessorName: () => 'sightline',
    async postProcessEntity(entity, _location, _emit, cache) {
      if (kinds.includes(entity.kind.toLocaleLowerCase('en-US'))) {
        await noticeChange(entity, cache);
      }
      return entity;
    },
  };
};
