import {
  CallNode,
  CallParty,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Catalog, CatalogEntry } from '../Catalog';

export type PartiesInput = {
  nodes: ReadonlyMap<string, CallNode>;
  /** the services nodes stand for, by node id; as far as names were matched */
  services: ReadonlyMap<string, ServiceRef>;
  catalog: Catalog;
};

/**
 * Which party a node is. What traces call a service was matched to the catalog
 * by name; stores, topics and hosts are looked up here, and only by their exact
 * names: a wrong guess would hide a dependency, no guess shows one too many.
 *
 * ```
 *   datastore  orders-db:5433/orders ──▶ orders-db:5433/orders, orders-db, orders
 *   queue      order-events          ──▶ order-events
 *   external   warehouse             ──▶ warehouse, if a service is called so
 * ```
 */
export const partiesOf = (input: PartiesInput): Map<string, CallParty> => {
  const { nodes, services, catalog } = input;
  const resources = byName(catalog.resources);
  const components = byName(catalog.services);
  const parties = new Map<string, CallParty>();
  const environments = new Map<string, Set<string>>();
  const ofNode = new Map<string, string>();
  for (const [id, node] of nodes) {
    const ref = services.get(id);
    const entry =
      (ref && (catalog.services.get(ref) ?? { ref, name: ref })) ??
      lookUp(node, resources, components);
    const party = entry ? known(node, entry) : unknown(node);
    ofNode.set(id, party.id);
    // A service that speaks for itself is one, whatever its callers say it is.
    const isFirst = !parties.has(party.id) || node.kind === 'service';
    if (isFirst) parties.set(party.id, party);
    if (node.environment !== '') {
      const seen = environments.get(party.id) ?? new Set();
      environments.set(party.id, seen.add(node.environment));
    }
  }
  for (const [id, seen] of environments) {
    const party = parties.get(id)!;
    parties.set(id, { ...party, environments: [...seen].sort() });
  }
  return new Map([...ofNode].map(([node, id]) => [node, parties.get(id)!]));
};

type ByName = ReadonlyMap<string, CatalogEntry | undefined>;

/** Names that two namespaces use name nobody. */
const byName = (entries: ReadonlyMap<string, CatalogEntry>): ByName => {
  const names = new Map<string, CatalogEntry | undefined>();
  for (const [ref, entry] of entries) {
    const name = ref.slice(ref.indexOf('/') + 1);
    names.set(name, names.has(name) ? undefined : entry);
  }
  return names;
};

const lookUp = (node: CallNode, resources: ByName, components: ByName) => {
  switch (node.kind) {
    case 'datastore':
    case 'queue':
      return firstKnown(storeNames(node.name), resources);
    case 'external':
      return firstKnown([node.name.toLowerCase()], components);
    default:
      return undefined;
  }
};

const storeNames = (name: string) => {
  const plain = name.toLowerCase();
  const [address, ...rest] = plain.split('/');
  const [host] = address.split(':');
  return [plain, address, host, host.split('.')[0], rest.join('/')];
};

const firstKnown = (names: readonly string[], known: ByName) =>
  names.map(name => known.get(name)).find(entry => entry !== undefined);

const known = (node: CallNode, entry: CatalogEntry): CallParty => {
  const { ref, name, owner, system, tier } = entry;
  const isStore = node.kind === 'datastore' || node.kind === 'queue';
  return {
    ...{ id: ref, name, entity: ref },
    kind: isStore ? node.kind : 'service',
    ...(owner && { owner }),
    ...(system && { system }),
    ...(tier && { tier }),
    ...(isStore && node.namespace !== '' && { technology: node.namespace }),
  };
};

const words: Partial<Record<CallNode['kind'], string>> = {
  outside: 'Outside',
  unnamed: 'Unnamed',
};

const unknown = ({ kind, namespace, name }: CallNode): CallParty => {
  const isStore = kind === 'datastore' || kind === 'queue';
  return {
    id: [kind, [namespace, name].filter(Boolean).join('/')]
      .filter(Boolean)
      .join(':'),
    ...{ kind, name: name || (words[kind] ?? kind) },
    ...(isStore && namespace !== '' && { technology: namespace }),
  };
};
