import {
  DeclaredDependency,
  OutsideName,
  Service,
} from '@sightline/backstage-plugin-sightline-common';
import { LookupClue } from './Subject';

/** A database, a topic, a bucket, as the catalog has it. */
export type Resource = {
  name: string;
  type?: string;
  owner?: string;
  system?: string;
};

const nameIn = (ref: string) => ref.slice(ref.indexOf('/') + 1);

const stores =
  /^(database|db|cache|bucket|datastore|storage|index|search-index|table|schema)$/;
const queues = /^(topic|queue|stream|exchange|message-queue|event-stream)$/;

const kindOf = (type = '') => {
  if (stores.test(type)) return 'database';
  return queues.test(type) ? 'topic' : 'resource';
};

/** Where several depend on it, those of the same team and system come first. */
const nearness = (resource: Resource, { owner, system }: Service) => {
  if (resource.owner !== owner?.ref) return 0.8;
  return resource.system === system?.ref ? 1 : 0.95;
};

const resourceClues = (
  service: Service,
  dependency: DeclaredDependency,
  resource: Resource | undefined,
): LookupClue[] => {
  if (!resource) return [];
  const kind = kindOf(resource.type);
  const weight = nearness(resource, service);
  const names = new Set([nameIn(dependency.ref), resource.name]);
  return [...names].map(value => ({ kind, value, weight }));
};

/** What the catalog says leads to a service. */
export const declaredClues = (
  service: Service,
  dependencies: readonly DeclaredDependency[],
  resource: (ref: string) => Resource | undefined,
): LookupClue[] => {
  const { name, title, system, tags, links } = service;
  const systems = system ? new Set([nameIn(system.ref), system.name]) : [];
  return [
    { kind: 'name', value: name },
    ...(title === name ? [] : [{ kind: 'title', value: title }]),
    ...dependencies.flatMap(dependency =>
      resourceClues(service, dependency, resource(dependency.ref)),
    ),
    ...[...systems].map(value => ({ kind: 'system', value })),
    ...tags.map(value => ({ kind: 'tag', value })),
    ...links.map(({ url }) => ({ kind: 'url', value: url })),
  ];
};

const nameKinds: Record<OutsideName['kind'], string> = {
  otel: 'alias',
  kubernetes: 'workload',
  pact: 'pacticipant',
  pagerduty: 'pagerduty',
};

/** `Deployment/payments` is called payments. */
const bare = ({ kind, name }: OutsideName) =>
  kind === 'kubernetes' ? nameIn(name) : name;

/** What others call a service. */
export const nameClues = (outside: OutsideName): LookupClue[] => [
  { kind: nameKinds[outside.kind], value: bare(outside) },
  ...Object.entries(outside.labels ?? {}).map(([label, value]) => ({
    kind: 'label',
    value: `${label}=${value}`,
  })),
];
