import type { KubeObject } from '../objects/KubeObject.ts';
import type { Shelves } from '../objects/clusterObjects.ts';

/** What became of an object; it was made when there is no `before`. */
export type Change = {
  version: number;
  resource: string;
  before?: KubeObject;
  after?: KubeObject;
};

/** Somebody asked about a time that is forgotten. */
export class Forgotten extends Error {}

export type ClusterStore = {
  version(): number;
  /** in the order of namespace and name */
  list(resource: string): KubeObject[];
  /** what happened after a version; throws `Forgotten` */
  changesSince(version: number): Change[];
  /** looks at the cluster again */
  refresh(): void;
  /** is called when something changed, until it is taken back */
  onChange(listener: () => void): () => void;
  isWatched(): boolean;
};

/** Changes that are remembered, for those who come back after a while. */
const MOST_CHANGES = 5000;

type Kept = { text: string; object: KubeObject };

/**
 * What is in a cluster, with a version for each state of each object. Versions begin
 * at the clock's milliseconds, so that those of a life before are always older.
 */
export function createClusterStore(options: {
  objectsNow(): Shelves;
  firstVersion: number;
}): ClusterStore {
  const { objectsNow, firstVersion } = options;
  let version = firstVersion;
  /** what happened until then is forgotten */
  let oldest = firstVersion;
  const shelves = new Map<string, Map<string, Kept>>();
  const changes: Change[] = [];
  const stamped = (object: KubeObject): KubeObject => ({
    ...object,
    metadata: { ...object.metadata, resourceVersion: String(version) },
  });

  const remember = (change: Omit<Change, 'version'>) => {
    changes.push({ version, ...change });
    if (changes.length > MOST_CHANGES) oldest = changes.shift()!.version;
  };

  const shelve = (resource: string, objects: readonly KubeObject[]) => {
    const before = shelves.get(resource) ?? new Map<string, Kept>();
    const after = new Map<string, Kept>();
    for (const one of objects) {
      const key = keyOf(one);
      const text = JSON.stringify(one);
      const known = before.get(key);
      if (known?.text === text) {
        after.set(key, known);
        continue;
      }
      version++;
      const object = stamped(one);
      after.set(key, { text, object });
      remember({ resource, before: known?.object, after: object });
    }
    for (const [key, { object }] of before) {
      if (after.has(key)) continue;
      version++;
      remember({ resource, before: stamped(object) });
    }
    shelves.set(resource, after);
  };

  const listeners = new Set<() => void>();
  const refresh = () => {
    const before = version;
    const now = objectsNow();
    for (const resource of new Set([...shelves.keys(), ...Object.keys(now)])) {
      shelve(resource, now[resource] ?? []);
    }
    if (version > before) listeners.forEach(listener => listener());
  };
  refresh();

  return {
    refresh,
    isWatched: () => listeners.size > 0,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    list: resource =>
      [...(shelves.get(resource) ?? [])]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { object }]) => object),
    changesSince(from) {
      if (from < oldest) throw new Forgotten();
      return changes.filter(change => change.version > from);
    },
  };
}

/** As the API orders them; a name has no character before the slash. */
export const keyOf = ({ metadata: { namespace = '', name } }: KubeObject) =>
  `${namespace}/${name}`;
