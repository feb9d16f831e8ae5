import { instancesOf, type Instance } from './instances.ts';
import type { Address, Journey, Trait, Truth } from './Truth.ts';

/** The truth, arranged so that a span can be written without searching. */
export type Town = {
  journeys: Journey[];
  /** by service; a service without spans is not there */
  instances: Map<string, Instance[]>;
  /** how callers reach a service, a resource or a host outside */
  addressOf(callee: string): Address;
  traitOf<K extends Trait['kind']>(
    kind: K,
    who?: string,
  ): Extract<Trait, { kind: K }> | undefined;
};

export function createTown(truth: Truth): Town {
  const traitOf: Town['traitOf'] = (kind, who) =>
    truth.telemetry.find(
      trait =>
        trait.kind === kind &&
        (who === undefined ||
          ('service' in trait && trait.service === who) ||
          ('journey' in trait && trait.journey === who)),
    ) as never;
  const addresses = new Map(
    [...truth.services.map(defaultAddress), ...truth.addresses].map(address => [
      address.of,
      address,
    ]),
  );
  return {
    journeys: truth.journeys,
    traitOf,
    instances: new Map(
      truth.services
        .filter(({ otel }) => otel)
        .map(service => [
          service.name,
          instancesOf(service, traitOf('clock', service.name)?.aheadMs ?? 0),
        ]),
    ),
    addressOf(callee) {
      const known = addresses.get(callee);
      if (known) return known;
      if (callee.startsWith('external:')) {
        return {
          of: callee,
          host: callee.slice('external:'.length),
          port: 443,
        };
      }
      throw new Error(`Nobody knows where ${callee} is: add it to addresses.`);
    },
  };
}

/** In the cluster everybody is found under the name of the workload. */
function defaultAddress({ name, runs }: Truth['services'][number]): Address {
  const [run] = runs;
  const host = run && `${run.name}.${run.namespace}.svc.cluster.local`;
  return { of: name, host: host ?? name, port: 8080 };
}
