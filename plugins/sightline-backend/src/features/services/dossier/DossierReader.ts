import {
  Dossier,
  Known,
  Service,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';

export type StoredDossier = { dossier: Dossier; etag: string };

/** Answers from one prepared document a service. */
export interface DossierReader {
  /** undefined when there is no such service */
  read(ref: ServiceRef): Promise<StoredDossier | undefined>;
  readMany(
    refs: readonly ServiceRef[],
  ): Promise<Map<ServiceRef, StoredDossier>>;
  /** only what the catalog says */
  service(
    ref: ServiceRef,
  ): Promise<{ service: Known<Service>; etag: string } | undefined>;
}

/** What a feature adds to every dossier under its word. */
export interface DossierPart {
  /** `slo`, `calls`, `contracts`… */
  readonly word: string;
  read(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, Known<unknown>>>;
}
