import { LookedUpEntity } from '../engine/LookedUpEntity';

/** One row of `services_entity`; PostgreSQL answers large numbers as text. */
export type EntityRow = {
  ref: string;
  kind: string;
  etag: string;
  name: string;
  /** JSON */
  parents: string;
  /** JSON */
  providers: string;
  type: string | null;
  owner: string | null;
  system: string | null;
  observed_at: string | number;
};

export const toEntityRow = (
  entity: LookedUpEntity,
  observed_at: number,
): EntityRow => ({
  ref: entity.ref,
  kind: entity.kind,
  etag: entity.etag,
  name: entity.name,
  parents: JSON.stringify(entity.parents),
  providers: JSON.stringify(entity.providers),
  type: entity.type ?? null,
  owner: entity.owner ?? null,
  system: entity.system ?? null,
  observed_at,
});

export const toEntity = (row: EntityRow): LookedUpEntity => ({
  ref: row.ref,
  kind: row.kind,
  etag: row.etag,
  name: row.name,
  parents: JSON.parse(row.parents),
  providers: JSON.parse(row.providers),
  ...(row.type !== null && { type: row.type }),
  ...(row.owner !== null && { owner: row.owner }),
  ...(row.system !== null && { system: row.system }),
});
