import {
  DeclaredDependency,
  Evidence,
  ServiceRef,
  Tier,
} from '@sightline/backstage-plugin-sightline-common';

type Named = { ref: string; name: string };

/** What this feature wants to know of a service or resource. */
export type CatalogEntry = {
  ref: string;
  name: string;
  owner?: Named;
  system?: Named;
  tier?: Tier;
  type?: string;
};

export type CatalogApi = {
  ref: string;
  type?: string;
  providers: ServiceRef[];
};

export type CatalogNeeds = {
  dependencies: DeclaredDependency[];
  /** the file that declares them, where the catalog knows it */
  file?: string;
};

/** The catalog, as far as calls are compared with it. */
export type Catalog = {
  services: ReadonlyMap<ServiceRef, CatalogEntry>;
  resources: ReadonlyMap<string, CatalogEntry>;
  apis: ReadonlyMap<string, CatalogApi>;
  needs: ReadonlyMap<ServiceRef, CatalogNeeds>;
  evidence: Evidence;
};
