import {
  Instant,
  ObservedCalls,
  OutsideName,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { LastReport } from './CallsState';

/** Which service of the catalog a name in traces stands for, and the other way round. */
export type ServiceNames = {
  resolveAll(
    names: readonly Pick<OutsideName, 'kind' | 'name' | 'namespace'>[],
  ): Promise<({ service: ServiceRef } | undefined)[]>;
  namesOf(refs: readonly ServiceRef[]): Promise<Map<ServiceRef, OutsideName[]>>;
};

/** Who was seen calling whom. */
export interface CallsReader {
  /** undefined when no trace ever named this service; all callers and callees, most calls first */
  ofService(
    ref: ServiceRef,
    options: { since: Instant },
  ): Promise<ObservedCalls | undefined>;
  /** The same for several services; those no trace ever named are left out. */
  ofServices(
    refs: readonly ServiceRef[],
    options: { since: Instant },
  ): Promise<Map<ServiceRef, ObservedCalls>>;
  /** undefined while nobody ever reported calls */
  lastReport(): Promise<LastReport | undefined>;
}
