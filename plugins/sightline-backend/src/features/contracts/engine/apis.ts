import {
  ContractedApi,
  DeclaredDependency,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { ServicePair } from './pairStates';

/** The catalog, as far as contracts are compared with it. */
export type ApiCatalog = {
  services: ReadonlyMap<
    ServiceRef,
    { ref: string; name: string; owner?: { ref: string } }
  >;
  apis: ReadonlyMap<
    string,
    { ref: string; type?: string; providers: ServiceRef[] }
  >;
  needs: ReadonlyMap<ServiceRef, { dependencies: DeclaredDependency[] }>;
};

/** APIs a service provides or consumes, and how many pacts speak of each. */
export const apisOf = (
  service: ServiceRef,
  { apis, needs }: ApiCatalog,
  pairs: ReadonlyMap<string, ServicePair>,
): ContractedApi[] => {
  const consumes = (ref: ServiceRef, api: string) =>
    needs
      .get(ref)
      ?.dependencies.some(
        ({ relation, ref: needed }) =>
          relation === 'consumesApi' && needed === api,
      ) ?? false;
  return [...apis.values()]
    .filter(
      ({ ref, providers }) =>
        providers.includes(service) || consumes(service, ref),
    )
    .map(({ ref, type, providers }) => {
      const speaking = [...pairs.values()].filter(({ provider }) =>
        providers.includes(provider),
      );
      return {
        ...{ ref, name: ref.slice(ref.indexOf('/') + 1) },
        type: type ?? 'unknown',
        providedBy: providers,
        consumedBy: [...needs.keys()].filter(one => consumes(one, ref)),
        pacts: speaking.length,
      };
    });
};
