import {
  Service,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { annotatedNames } from './annotatedNames';
import { DeclaredService } from './DeclaredService';
import { MatchService } from './MatchService';
import { searchText } from './searchText';

/** One row of `services_service`, but for what other writers own. */
export type ServiceRecord = {
  ref: ServiceRef;
  etag: string;
  name_key: string;
  owner_key: string;
  system_key: string;
  tier_key: string;
  lifecycle_key: string;
  updated_key: string;
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  tier: string | null;
  lifecycle: string | null;
  type: string;
  owned: boolean;
  search: string;
  row: string;
  aliases: number;
  observed_at: number;
};

/** What others add to a row: names it goes by, and words to find it by. */
export type SearchExtras = { names: string[]; clues: string[] };

/**
 * A text that sorts by bytes as people expect: present before absent, without
 * regard to case. `0payments` < `0zebra` < `1`.
 */
const sortKey = (text: string | undefined): string =>
  text ? `0${text.toLocaleLowerCase('en-US').slice(0, 200)}` : '1';

export const searchOf = (service: Service, extras: SearchExtras): string =>
  searchText([
    service.name,
    service.title,
    service.owner?.name,
    service.owner?.ref.split('/')[1],
    service.system?.name,
    service.system?.ref.split('/')[1],
    ...extras.names,
    ...extras.clues,
  ]);

/** The columns of a list, prepared; `updated` is when it last looked different. */
export const serviceRecord = (options: {
  service: Service;
  etag: string;
  extras: SearchExtras;
  updated: string;
  observedAt: number;
}): ServiceRecord => {
  const { service, etag, extras, updated, observedAt } = options;
  const { ref, name, title, type, lifecycle, tier, owner, system, domain } =
    service;
  const { tags, description } = service;
  return {
    ref,
    etag,
    name_key: sortKey(title),
    owner_key: sortKey(owner?.name),
    system_key: sortKey(system?.name),
    tier_key: sortKey(tier),
    lifecycle_key: sortKey(lifecycle),
    updated_key: updated,
    owner_ref: owner?.ref ?? null,
    system_ref: system?.ref ?? null,
    domain_ref: domain?.ref ?? null,
    tier: tier ?? null,
    lifecycle: lifecycle ?? null,
    type,
    owned: owner?.exists ?? false,
    search: searchOf(service, extras),
    row: JSON.stringify({
      ref,
      name,
      title,
      type,
      lifecycle,
      tier,
      owner,
      system,
      domain,
      tags,
      description: description?.slice(0, 300),
    }),
    aliases: extras.names.length,
    observed_at: observedAt,
  };
};

/** What a name outside may match; when this changes, names are matched again. */
export const identityOf = (
  declared: DeclaredService,
  service: Service,
): MatchService => ({
  ref: service.ref,
  name: service.name,
  ...(service.title !== service.name && { title: service.title }),
  namespace: declared.namespace,
  groups: [
    service.system?.ref.split('/')[1],
    service.domain?.ref.split('/')[1],
    service.owner?.ref.split('/')[1],
  ].filter((name): name is string => name !== undefined),
  annotated: annotatedNames(declared.annotations),
});
