import {
  AliasKind,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';

/** A name an annotation gives a service. */
export type AnnotatedName = {
  annotation: string;
  /** any kind when left out */
  kind?: AliasKind;
  name: string;
  namespace?: string;
};

/** What matching looks at in a service. */
export type MatchService = {
  ref: ServiceRef;
  name: string;
  title?: string;
  namespace: string;
  /** names of its system, domain and owner */
  groups: string[];
  annotated: AnnotatedName[];
};
