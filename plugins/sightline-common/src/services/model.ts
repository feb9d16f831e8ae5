import type { DriftSummary } from '../calls/drift';
import type { ContractsSummary } from '../contracts/model';
import { Evidence } from '../evidence/Evidence';
import { Known, Unknown } from '../evidence/Known';
import { FactReading } from '../facts/model';
import type { OnCallSummary } from '../oncall/summary';
import type { SloSummary } from '../slo/answers';
import { Ratio } from '../units/ratio';
import { IsoTime } from '../units/time';
import type { HealthSummary, LastDeploy } from '../workloads/model';
import { ServiceRef } from './ServiceRef';
import type { AnnotationProblem } from './validateAnnotations';

/** How much depends on a service: T0 wakes people at night, T3 can wait. @public */
export const tiers = ['T0', 'T1', 'T2', 'T3'] as const;
/** @public */
export type Tier = (typeof tiers)[number];

/** @public */
export const dataClassifications = [
  'public',
  'internal',
  'confidential',
  'restricted',
] as const;
/** @public */
export type DataClassification = (typeof dataClassifications)[number];

/** @public */
export type ServiceLink = { url: string; title?: string; type?: string };

/** The annotations Sightline reads; none of them is needed to begin. @public */
export const annotations = {
  tier: 'sightline.dev/tier',
  dataClassification: 'sightline.dev/data-classification',
  runbook: 'sightline.dev/runbook',
  version: 'sightline.dev/version',
  /** `otel:payment-service,pact:Payments`: outside names that are this service */
  aliases: 'sightline.dev/aliases',
  /** `./objectives/payments.yaml`: OpenSLO files, relative to the file of the entity */
  openslo: 'sightline.dev/openslo',
  /** on a Group: `./rotations/payments.yaml`: who takes turns, relative to the file of the entity */
  rotation: 'sightline.dev/rotation',
  /** on a User or Group: where they are when it is night */
  timezone: 'sightline.dev/timezone',
} as const;

/** Who answers for a service, with the groups above, nearest first. @public */
export type Owner = {
  ref: string;
  name: string;
  /** false when the catalog has no such group or user */
  exists: boolean;
  /** entity refs of the groups above, nearest first */
  path: string[];
};

/** What the catalog says about one service. @public */
export type Service = {
  ref: ServiceRef;
  name: string;
  title: string;
  description?: string;
  type: string;
  lifecycle?: string;
  tier?: Tier;
  dataClassification?: DataClassification;
  version?: string;
  owner?: Owner;
  system?: { ref: string; name: string };
  domain?: { ref: string; name: string };
  runbook?: string;
  links: ServiceLink[];
  tags: string[];
  /** annotations of ours that cannot be read as they stand; left out when there are none */
  annotationProblems?: AnnotationProblem[];
};

/** Declared in the catalog: `dependsOn`, `consumesApi` and their mirror images. @public */
export type DeclaredDependency = {
  ref: string;
  name: string;
  relation: 'dependsOn' | 'consumesApi';
  /** for an API: the services that provide it */
  providedBy?: ServiceRef[];
  /** for an API: `openapi`, `grpc`, `asyncapi`… */
  apiType?: string;
};

/** The systems outside that have names of their own for our services. @public */
export const aliasKinds = ['otel', 'kubernetes', 'pact', 'pagerduty'] as const;
/** @public */
export type AliasKind = (typeof aliasKinds)[number];

/** A name as an outside system writes it. @public */
export type OutsideName = {
  kind: AliasKind;
  /** `payment-service`; a Kubernetes workload: `Deployment/payments` */
  name: string;
  /** OTel `service.namespace`, Kubernetes namespace; empty when there is none */
  namespace: string;
  /** what else the outside system says about it and a match may use */
  labels?: Record<string, string>;
};

/**
 * - `annotated`: the catalog says so; wins over everything
 * - `accepted` / `rejected`: a person decided
 * - `matched`: one candidate is certain enough to be used until someone objects
 * - `suggested`: candidates exist, none is certain enough
 * - `unmatched`: nothing fits
 * @public
 */
export const aliasStates = [
  'annotated',
  'accepted',
  'rejected',
  'matched',
  'suggested',
  'unmatched',
] as const;
/** @public */
export type AliasState = (typeof aliasStates)[number];

/** @public */
export type AliasCandidate = {
  service: ServiceRef;
  score: Ratio;
  /** in words: "same name but for the ending -service" */
  reason: string;
};

/** What an outside name is taken to mean, and why. @public */
export type Alias = {
  id: string;
  outside: OutsideName;
  state: AliasState;
  /** the service it stands for; none while suggested, rejected or unmatched */
  service?: ServiceRef;
  score?: Ratio;
  reason?: string;
  candidates: AliasCandidate[];
  decidedBy?: string;
  decidedAt?: IsoTime;
  seenBy: string;
  firstSeen: IsoTime;
  lastSeen: IsoTime;
};

/** One row of the Fleet: a prepared answer, so that a page costs the same for any fleet. @public */
export type ServiceRow = Pick<
  Service,
  | 'ref'
  | 'name'
  | 'title'
  | 'type'
  | 'lifecycle'
  | 'tier'
  | 'owner'
  | 'system'
  | 'domain'
  | 'tags'
> & {
  description?: string;
  aliases: number;
  /** left out where it has no objective */
  slo?: SloSummary;
  /** left out until it was looked at for the first time */
  drift?: DriftSummary;
  /** left out where no broker knows a pact of it */
  contracts?: ContractsSummary;
  /** left out where no cluster runs it */
  health?: HealthSummary;
  /** left out where none was seen */
  lastDeploy?: LastDeploy;
  /** left out where nobody owns it, and where nobody keeps who is on call for anything */
  onCall?: OnCallSummary;
  /** of what the catalog says */
  evidence: Evidence;
};

/**
 * All that is known about one service, joined. Each part comes from the feature
 * of that name and is known with its evidence, or unknown with a reason.
 * @public
 */
export type Dossier = {
  ref: ServiceRef;
  assembledAt: IsoTime;
  service: Known<Service>;
  dependencies: Known<DeclaredDependency[]>;
  aliases: Known<Alias[]>;
  facts: Known<FactReading[]>;
  /** parts other features add: `slo`, `calls`, `contracts`… */
  parts: Record<string, Known<unknown> | Unknown>;
  /** how many entries of a part were left out to keep the document short; never hidden */
  leftOut?: Partial<Record<'dependencies' | 'aliases' | 'facts', number>>;
};
