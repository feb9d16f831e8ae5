import {
  OutsideName,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { namedIn, outsideOf } from '../store/tables';

/** Which workloads are which service's, as the feature that knows names tells it. */
export type WorkloadNames = {
  namesOf(refs: readonly ServiceRef[]): Promise<Map<ServiceRef, OutsideName[]>>;
  resolveAll(
    names: readonly Pick<OutsideName, 'kind' | 'name' | 'namespace'>[],
  ): Promise<({ service: ServiceRef } | undefined)[]>;
};

export const createServiceNames = (names: WorkloadNames) => ({
  /** the workloads of each of these, by what they are called in every cluster */
  async of(refs: readonly ServiceRef[]): Promise<Map<ServiceRef, string[]>> {
    const found = await names.namesOf(refs);
    return new Map(
      [...found].map(([ref, outside]) => [
        ref,
        [...new Set(outside.flatMap(name => namedIn(name) ?? []))],
      ]),
    );
  },

  /** whose they are; those that nobody knows are left out */
  async servicesOf(named: readonly string[]): Promise<Map<string, ServiceRef>> {
    const distinct = [...new Set(named)];
    const found = await names.resolveAll(distinct.map(outsideOf));
    return new Map(
      distinct.flatMap((name, n) => {
        const ref = found[n]?.service;
        return ref === undefined ? [] : [[name, ref] as const];
      }),
    );
  },
});

export type NamesOfServices = ReturnType<typeof createServiceNames>;
