import {
  DeclaredDependency,
  Evidence,
  ServiceRef,
  Tier,
} from '@sightline/backstage-plugin-sightline-common';

type Named = { ref: string; name: string };

/** Someone who can be called: a service, a resource. */
export type DirectoryEntry = {
  ref: string;
  /** to show: the title where there is one */
  name: string;
  owner?: Named;
  system?: Named;
  tier?: Tier;
  /** of a resource: `database`, `topic` */
  type?: string;
};

export type DirectoryApi = {
  ref: string;
  type?: string;
  providers: ServiceRef[];
};

export type DeclaredNeeds = {
  dependencies: DeclaredDependency[];
  /** where its catalog-info.yaml is, as the catalog knows it */
  file?: string;
};

/** The whole catalog in a few words an entity: for features that see all services at once. */
export type Directory = {
  services: ReadonlyMap<ServiceRef, DirectoryEntry>;
  resources: ReadonlyMap<string, DirectoryEntry>;
  apis: ReadonlyMap<string, DirectoryApi>;
  needs: ReadonlyMap<ServiceRef, DeclaredNeeds>;
  evidence: Evidence;
};

export interface DirectoryReader {
  /** at most some seconds old */
  read(): Promise<Directory>;
}
