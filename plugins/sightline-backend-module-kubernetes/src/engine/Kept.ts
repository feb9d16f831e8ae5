import { fingerprint } from './fingerprint';
import { raw, Raw, text } from './raw';

/** What is kept of every object, whatever its kind: as little as tells it apart. */
export type Kept = {
  /** `shop/payments`; `/payments` where there is no namespace */
  key: string;
  /** stands for its uid; 0 where it has none */
  uid: number;
  /** its resourceVersion, by which the later of two words is known; NaN where it is no number */
  version: number;
};

export const namespaceIn = ({ key }: Pick<Kept, 'key'>) =>
  key.slice(0, key.indexOf('/'));

export const nameIn = ({ key }: Pick<Kept, 'key'>) =>
  key.slice(key.indexOf('/') + 1);

/** Who owns it: `ReplicaSet/shop/payments-5d4f`. */
export type OwnerKey = string;

export const ownerKey = (kind: string, namespace: string, name: string) =>
  [kind, namespace, name].join('/');

const versionOf = (said: unknown): number => {
  const version = text(said, 100);
  return version !== undefined && /^\d+$/.test(version) ? Number(version) : NaN;
};

/** `undefined` for something without a name, which cannot be told from another. */
export const keptOf = (object: Raw): Kept | undefined => {
  const metadata = raw(object.metadata);
  const name = text(metadata.name, 253);
  if (!name) return undefined;
  const uid = text(metadata.uid, 100);
  return {
    // Joined it is one text; a template would make a rope of three.
    key: [text(metadata.namespace, 253) ?? '', name].join('/'),
    uid: uid === undefined ? 0 : fingerprint(uid),
    version: versionOf(metadata.resourceVersion),
  };
};

/** The CronJob of a Job: its controller puts the minute behind the name. */
export const cronJobOf = (job: OwnerKey): OwnerKey | undefined => {
  const name = job.match(/^Job\/(.+)-\d{8,10}$/)?.[1];
  return name && `CronJob/${name}`;
};

/** The owner that controls it; the first one where none says so. */
export const controllerOf = (object: Raw): OwnerKey | undefined => {
  const metadata = raw(object.metadata);
  const owners = Array.isArray(metadata.ownerReferences)
    ? metadata.ownerReferences.map(raw)
    : [];
  const owner = owners.find(one => one.controller === true) ?? owners[0];
  const kind = text(owner?.kind, 100);
  const name = text(owner?.name, 253);
  const namespace = text(metadata.namespace, 253) ?? '';
  return kind && name ? ownerKey(kind, namespace, name) : undefined;
};

/** Whether one state of an object came before another; `false` where it cannot be told. */
export const isOlder = (version: number, than: number): boolean =>
  version < than;
