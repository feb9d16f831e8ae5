import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  EntityRelationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  Instant,
  observedWithin,
  RELATION_OBSERVED_DEPENDENCY_OF,
  RELATION_OBSERVED_DEPENDS_ON,
} from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';
import { Seen, Snapshot } from './Snapshot';

const CACHE_KEY = 'seen';

const day = 86_400_000;
const nothing: Seen = { targets: [], silent: [] };

/** What is kept with an entity; by the day, so that it is rarely written. */
const keptSchema = z.object({
  day: z.number(),
  targets: z.array(z.string()),
  silent: z.array(z.string()),
});

/** By this key the catalog is told to process an entity again. */
export const refreshKeyOf = (ref: string) => `sightline-observed:${ref}`;

/**
 * Gives every Component the relations that Sightline saw. It changes no entity,
 * asks nobody, and never fails a processing.
 *
 * Emitting nothing would take relations away, so a process that has not heard
 * from Sightline yet emits what was emitted last, which the catalog keeps with
 * the entity. Either is believed for 14 days, like the calls it rests on.
 */
export const createObservedProcessor = (options: {
  /** undefined while Sightline has not answered */
  latest(): Snapshot | undefined;
  now(): Instant;
}): CatalogProcessor => {
  const { latest, now } = options;
  const isFresh = (at: Instant) => now() - at < observedWithin;

  const seenBy = async (
    ref: string,
    cache: CatalogProcessorCache,
  ): Promise<Seen> => {
    const snapshot = latest();
    if (!snapshot) {
      const kept = keptSchema.safeParse(await cache.get(CACHE_KEY));
      return kept.data && isFresh(kept.data.day * day) ? kept.data : nothing;
    }
    if (!isFresh(snapshot.at)) return nothing;
    const seen = snapshot.seen.get(ref);
    await cache.set(CACHE_KEY, seen ? toKept(seen, snapshot.at) : null);
    return seen ?? nothing;
  };

  return {
    getProcessorName: () => 'sightline-observed',
    async postProcessEntity(entity, _location, emit, cache) {
      if (entity.kind.toLocaleLowerCase('en-US') !== 'component') return entity;
      const ref = stringifyEntityRef(entity);
      emit(processingResult.refresh(refreshKeyOf(ref)));
      for (const relation of relationsOf(ref, await seenBy(ref, cache))) {
        emit(processingResult.relation(relation));
      }
      return entity;
    },
  };
};

const toKept = ({ targets, silent }: Seen, at: Instant) => ({
  day: Math.floor(at / day),
  ...{ targets: [...targets], silent: [...silent] },
});

const relationsOf = (ref: string, seen: Seen): EntityRelationSpec[] => {
  const self = parseEntityRef(ref);
  const silent = new Set(seen.silent);
  return seen.targets.flatMap(to => {
    const target = parseEntityRef(to);
    const forth = { type: RELATION_OBSERVED_DEPENDS_ON, source: self, target };
    if (silent.has(to)) return [forth];
    const back = { type: RELATION_OBSERVED_DEPENDENCY_OF };
    return [forth, { ...back, source: target, target: self }];
  });
};
