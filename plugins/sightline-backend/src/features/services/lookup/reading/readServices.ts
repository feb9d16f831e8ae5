import {
  DeclaredDependency,
  OutsideName,
  Service,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { breathe, chunks } from '../../../../platform/chunks';
import { declaredClues, nameClues, Resource } from '../engine/serviceClues';
import { LookupClue, ServiceSubject } from '../engine/Subject';
import { pages } from './pages';

const CHUNK = 200;

type DeclaredRow = { ref: ServiceRef; service: string; dependencies: string };
type NameRow = {
  service: ServiceRef;
  kind: OutsideName['kind'];
  name: string;
  namespace: string;
  /** pairs as JSON */
  labels: string;
};
type ClueRow = { ref: ServiceRef; kind: string; value: string };
type ResourceRow = {
  ref: string;
  name: string;
  type: string | null;
  owner: string | null;
  system: string | null;
};

type Resources = ReadonlyMap<string, Resource>;

/** Databases and topics that services depend on. */
const readResources = async (database: Knex): Promise<Resources> => {
  const resources = new Map<string, Resource>();
  const ask = () =>
    database('services_entity')
      .where('kind', 'resource')
      .select('ref', 'name', 'type', 'owner', 'system');
  for await (const rows of pages<ResourceRow>(ask)) {
    for (const { ref, name, type, owner, system } of rows) {
      resources.set(ref, {
        name,
        ...(type !== null && { type }),
        ...(owner !== null && { owner }),
        ...(system !== null && { system }),
      });
    }
  }
  return resources;
};

const grouped = <Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key) => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return (key: Key): readonly Row[] => groups.get(key) ?? [];
};

const toOutside = ({ labels, ...name }: NameRow): OutsideName => ({
  ...name,
  labels: Object.fromEntries(JSON.parse(labels)),
});

const toSubject = (
  service: Service,
  clues: readonly LookupClue[],
  names: readonly OutsideName[],
): ServiceSubject => {
  const { ref, name, title, owner, tier, system, runbook, links } = service;
  const spaces = names.map(({ namespace }) => namespace.toLowerCase());
  return {
    ...{ kind: 'service', ref, name, title, links, clues },
    ...(owner && { owner }),
    ...(tier && { tier }),
    ...(system && { system }),
    ...(runbook !== undefined && { runbook }),
    namespaces: [...new Set(spaces)].filter(Boolean),
  };
};

const readChunk = async (
  database: Knex,
  refs: readonly ServiceRef[],
  resources: Resources,
): Promise<ServiceSubject[]> => {
  const declared: DeclaredRow[] = await database('services_declared')
    .whereIn('ref', [...refs])
    .select('ref', 'service', 'dependencies');
  const names: NameRow[] = await database('services_name')
    .whereIn('service', [...refs])
    .orderBy('id')
    .select('service', 'kind', 'name', 'namespace', 'labels');
  const clues: ClueRow[] = await database('services_clue')
    .whereIn('ref', [...refs])
    .orderBy(['ref', 'kind', 'value'])
    .select('ref', 'kind', 'value');
  const namesOf = grouped(names, ({ service }) => service);
  const cluesOf = grouped(clues, ({ ref }) => ref);
  return declared.map(row => {
    const service: Service = JSON.parse(row.service);
    const dependencies: DeclaredDependency[] = JSON.parse(row.dependencies);
    const outside = namesOf(row.ref).map(toOutside);
    const all = [
      ...declaredClues(service, dependencies, ref => resources.get(ref)),
      ...outside.flatMap(nameClues),
      ...cluesOf(row.ref).map(({ kind, value }) => ({ kind, value })),
    ];
    return toSubject(service, all, outside);
  });
};

/** These services, with what the catalog, their names and sources say leads to them. */
export const readServices = async (
  database: Knex,
  refs: readonly ServiceRef[],
): Promise<ServiceSubject[]> => {
  if (refs.length === 0) return [];
  const resources = await readResources(database);
  const subjects: ServiceSubject[] = [];
  for (const chunk of chunks(refs, CHUNK)) {
    subjects.push(...(await readChunk(database, chunk, resources)));
    await breathe();
  }
  return subjects;
};
