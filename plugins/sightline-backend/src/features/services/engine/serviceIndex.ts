import { ownNames, serviceKeys } from './matchKeys';
import { MatchService } from './MatchService';
import { plain } from './nameForms';
import { OwnName } from './scoreMatch';

export type IndexedService = { service: MatchService; own: OwnName[] };

/** Services looked at for one key: when more share it, it says little about whose a name is. */
const MOST = 20;

/**
 * Keys are kept as 30-bit numbers (FNV-1a), a quarter of the memory of the
 * texts. Two that collide cost one comparison more: whatever is found is
 * compared in full before it counts.
 */
const hash = (key: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
  }
  return value >>> 2;
};

type Bucket = IndexedService | IndexedService[];

const listOf = (bucket: Bucket | undefined): IndexedService[] => {
  if (!bucket) {
    return [];
  }
  return Array.isArray(bucket) ? bucket : [bucket];
};

const byRef = (a: IndexedService, b: IndexedService) =>
  a.service.ref < b.service.ref ? -1 : 1;

/** Of many that share a key: those that live where the name does, then by ref. */
const nearest = (bucket: IndexedService[], namespace: string) => {
  if (bucket.length <= MOST) {
    return bucket;
  }
  const home = plain(namespace);
  const isHome = ({ service }: IndexedService) =>
    [service.namespace, ...service.groups].map(plain).includes(home);
  const sorted = [...bucket].sort(byRef);
  return [...sorted.filter(isHome), ...sorted].slice(0, MOST);
};

/**
 * Services by every key under which a name may ask for them. What is found does
 * not depend on the order in which services came.
 */
export const createServiceIndex = (prefixes: readonly string[]) => {
  const buckets = new Map<number, Bucket>();
  const entries = new Map<string, IndexedService>();

  // Computed again rather than kept: the keys of a fleet are its largest part.
  const keysOf = ({ service, own }: IndexedService) =>
    new Set(serviceKeys(service, own).map(hash));

  const remove = (ref: string) => {
    const entry = entries.get(ref);
    for (const key of entry ? keysOf(entry) : []) {
      const left = listOf(buckets.get(key)).filter(item => item !== entry);
      if (left.length === 0) {
        buckets.delete(key);
      } else {
        buckets.set(key, left.length === 1 ? left[0] : left);
      }
    }
    entries.delete(ref);
  };

  return {
    remove,
    put(service: MatchService): void {
      remove(service.ref);
      const entry = { service, own: ownNames(service, prefixes) };
      entries.set(service.ref, entry);
      for (const key of keysOf(entry)) {
        const bucket = buckets.get(key);
        if (Array.isArray(bucket)) {
          bucket.push(entry);
        } else {
          buckets.set(key, bucket ? [bucket, entry] : entry);
        }
      }
    },
    find: (keys: readonly string[], namespace: string): IndexedService[] => [
      ...new Set(
        keys.flatMap(key => nearest(listOf(buckets.get(hash(key))), namespace)),
      ),
    ],
  };
};
