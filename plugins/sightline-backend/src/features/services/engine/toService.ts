import { parseEntityRef } from '@backstage/catalog-model';
import {
  annotations as known,
  dataClassifications,
  DeclaredDependency,
  Owner,
  Service,
  ServiceRef,
  tiers,
  validateAnnotations,
} from '@sightline/backstage-plugin-sightline-common';
import { DeclaredService } from './DeclaredService';
import { LookedUpEntity } from './LookedUpEntity';

/** What else has to be known to say what a service is. */
export type Lookups = {
  entity(ref: string): LookedUpEntity | undefined;
  /** groups above a group or user, nearest first */
  above(ref: string): string[];
};

const oneOf = <T extends string>(
  allowed: readonly T[],
  value: string | undefined,
): T | undefined => allowed.find(item => item === value?.trim());

const nameIn = (ref: string): string => {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
};

const named = (ref: string | undefined, lookups: Lookups) =>
  ref ? { ref, name: lookups.entity(ref)?.name ?? nameIn(ref) } : undefined;

const ownerOf = (
  ref: string | undefined,
  lookups: Lookups,
): Owner | undefined => {
  if (!ref) {
    return undefined;
  }
  const entity = lookups.entity(ref);
  return {
    ref,
    name: entity?.name ?? nameIn(ref),
    exists: entity !== undefined,
    path: lookups.above(ref),
  };
};

const runbookOf = (declared: DeclaredService): string | undefined =>
  declared.annotations[known.runbook] ??
  declared.links.find(link => link.type?.toLocaleLowerCase() === 'runbook')
    ?.url;

const orNothing = <T>(items: T[]): T[] | undefined =>
  items.length > 0 ? items : undefined;

/** Leaves out keys without a value, so that documents compare and stay short. */
const compact = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== undefined),
  ) as T;

/** What the catalog says about one service, in our words. */
export const toService = (
  declared: DeclaredService,
  lookups: Lookups,
): Service => {
  const { annotations } = declared;
  const system = named(declared.system, lookups);
  const domain = system && lookups.entity(system.ref)?.parents[0];
  return compact({
    ref: declared.ref,
    name: declared.name,
    title: declared.title ?? declared.name,
    description: declared.description,
    type: declared.type,
    lifecycle: declared.lifecycle,
    tier: oneOf(tiers, annotations[known.tier]),
    dataClassification: oneOf(
      dataClassifications,
      annotations[known.dataClassification],
    ),
    version: annotations[known.version],
    owner: ownerOf(declared.owner, lookups),
    system,
    domain: named(domain, lookups),
    runbook: runbookOf(declared),
    links: declared.links,
    tags: declared.tags,
    annotationProblems: orNothing(validateAnnotations(annotations)),
  });
};

/** What it declares to need; an API also through the services that provide it. */
export const toDependencies = (
  declared: DeclaredService,
  lookups: Lookups,
): DeclaredDependency[] => [
  ...declared.dependsOn.map(ref => ({
    ref,
    name: nameIn(ref),
    relation: 'dependsOn' as const,
  })),
  ...declared.consumesApis.map(ref => {
    const api = lookups.entity(ref);
    return compact({
      ref,
      name: api?.name ?? nameIn(ref),
      relation: 'consumesApi' as const,
      providedBy: api?.providers as ServiceRef[] | undefined,
      apiType: api?.type,
    });
  }),
];
