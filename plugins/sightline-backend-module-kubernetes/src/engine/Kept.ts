import { raw, Raw, text } from './raw';

/** What is kept of every object, whatever its kind. */
export type Kept = {
  /** `shop/payments`; a name alone where there is no namespace */
  key: string;
  namespace: string;
  name: string;
  uid: string;
  /** its resourceVersion */
  version: string;
};

/** Who owns it: `ReplicaSet/shop/payments-5d4f`. */
export type OwnerKey = string;

export const ownerKey = (kind: string, namespace: string, name: string) =>
  `${kind}/${namespace}/${name}`;

/** `undefined` for something without a name, which cannot be told from another. */
export const keptOf = (object: Raw): Kept | undefined => {
  const metadata = raw(object.metadata);
  const name = text(metadata.name, 253);
  if (!name) return undefined;
  const namespace = text(metadata.namespace, 253) ?? '';
  return {
    key: `${namespace}/${name}`,
    ...{ namespace, name },
    uid: text(metadata.uid, 100) ?? '',
    version: text(metadata.resourceVersion, 100) ?? '',
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

const isNumber = /^\d+$/;

/** Whether one state of an object came before another; `false` where it cannot be told. */
export const isOlder = (version: string, than: string): boolean =>
  isNumber.test(version) &&
  isNumber.test(than) &&
  (version.length === than.length
    ? version < than
    : version.length < than.length);
