import {
  BlastRadius,
  Evidence,
  Instant,
  Known,
  ObjectiveHistory,
  ObjectiveStatus,
  OnCallNow,
  Service,
  ServiceRef,
  Suspects,
  TimelineMark,
} from '@sightline/backstage-plugin-sightline-common';

type Range = { from: Instant; to: Instant };

/** Everybody who is asked for a brief; handed in by the wiring. */
export type BriefSources = {
  services: {
    /** undefined when there is no such service */
    service(ref: ServiceRef): Promise<{ service: Known<Service> } | undefined>;
  };
  onCall: {
    /** those without anybody to answer for them are left out */
    ofServices(
      refs: readonly ServiceRef[],
    ): Promise<ReadonlyMap<ServiceRef, OnCallNow>>;
  };
  slo: {
    /** worst first; services without objectives are left out */
    ofServices(
      refs: readonly ServiceRef[],
    ): Promise<ReadonlyMap<ServiceRef, ObjectiveStatus[]>>;
    history(
      service: ServiceRef,
      objective: string,
      range: Range,
    ): Promise<Pick<ObjectiveHistory, 'marks'> | undefined>;
  };
  /** deploys and changes of contracts */
  marks: { read(service: ServiceRef, range: Range): Promise<TimelineMark[]> };
  calls: {
    needs(): Promise<{
      /** undefined while nobody ever reported calls */
      evidence?: Evidence;
      /** undefined for a service that no trace names */
      of(service: ServiceRef): unknown;
    }>;
    answers: {
      suspects(ref: ServiceRef, scope: object): Promise<Suspects>;
      blastRadius(ref: ServiceRef, scope: object): Promise<BlastRadius>;
    };
  };
};
