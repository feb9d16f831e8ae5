import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import type { AskedService } from '@sightline/backstage-plugin-sightline-node';

/** Which services go by a name, whoever gives it. */
export type FleetNames = {
  /** by ref in any spelling, by name, by title of namespace and name, by outside name */
  find(said: string): ServiceRef[];
  /** the service that an outside system certainly means by this name */
  claims(namespace: string, name: string): ServiceRef | undefined;
};

const lower = (text: string) => text.toLowerCase();

const outsideKey = (namespace: string, name: string) =>
  `${lower(namespace)}\n${lower(name)}`;

type Service = Pick<AskedService, 'ref' | 'name' | 'namespace' | 'names'>;

const add = (to: Map<string, ServiceRef[]>, key: string, ref: ServiceRef) => {
  const refs = to.get(key);
  if (!refs) to.set(key, [ref]);
  else if (!refs.includes(ref)) refs.push(ref);
};

/**
 * @example `orders`, `default/orders`, `component:default/orders` and what traces
 * call it, `order-service`, are all the service orders
 */
export const createFleetNames = (services: readonly Service[]): FleetNames => {
  const byName = new Map<string, ServiceRef[]>();
  const byOutside = new Map<string, ServiceRef[]>();
  const claimed = new Map<string, ServiceRef>();
  for (const { ref, name, namespace, names } of services) {
    for (const form of [ref, `${namespace}/${name}`, name]) {
      add(byName, lower(form), ref);
    }
    for (const outside of names.filter(({ kind }) => kind === 'otel')) {
      add(byOutside, lower(outside.name), ref);
      claimed.set(outsideKey(outside.namespace, outside.name), ref);
    }
  }
  return {
    find: said => {
      const key = lower(said.trim());
      return byName.get(key) ?? byOutside.get(key) ?? [];
    },
    claims: (namespace, name) => claimed.get(outsideKey(namespace, name)),
  };
};
