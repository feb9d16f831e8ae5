import type { Evidence } from '../evidence/Evidence';
import type { Unknown } from '../evidence/Known';
import type { ServiceRef } from '../services/ServiceRef';
import type { IsoTime } from '../units/time';

/** A name on a broker, and the service it stands for where one is known. @public */
export type Pacticipant = {
  /** id of the source that mirrors the broker: `pact:main` */
  broker: string;
  name: string;
  service?: { ref: ServiceRef; name: string };
};

/** @public */
export type PacticipantVersion = {
  number: string;
  branches: string[];
  createdAt?: IsoTime;
};

/**
 * What came of checking a provider against a pact.
 *
 * - `success`, `failed`
 * - `pending`: failed, and does not hold the provider back yet
 * - `stale`: the pact has changed since it was last verified
 * - `never`: nobody has verified it
 * @public
 */
export const verificationStates = [
  'success',
  'failed',
  'pending',
  'stale',
  'never',
] as const;
/** @public */
export type VerificationState = (typeof verificationStates)[number];

/** @public */
export type Verification = {
  state: VerificationState;
  /** of the provider, that was checked last */
  providerVersion?: PacticipantVersion;
  verifiedAt?: IsoTime;
};

/** An environment of a broker. @public */
export type ContractEnvironment = {
  broker: string;
  name: string;
  displayName: string;
  production: boolean;
};

/** A version that is in an environment now. @public */
export type DeployedVersion = {
  environment: string;
  pacticipant: string;
  version: PacticipantVersion;
  /** where several instances of one pacticipant run in the same environment */
  instance?: string;
  /** released versions are supported side by side; a deployed one replaces the one before */
  how: 'deployed' | 'released';
  since?: IsoTime;
};

/** The newest pact between two, on one branch or in one environment. @public */
export type Contract = {
  consumer: Pacticipant;
  provider: Pacticipant;
  consumerVersion: PacticipantVersion;
  /** names its content: two versions with the same content share it */
  contentId?: string;
  /** over which it speaks; left out while its content was not read */
  kind?: 'http' | 'rpc' | 'message' | 'mixed';
  publishedAt?: IsoTime;
  verification: Verification;
  /** where this pact's consumer version is now */
  environments: string[];
};

/** Why a verdict is what it is, one reason a line. @public */
export type VerdictReason = {
  kind:
    | 'failed'
    | 'no-result'
    | 'co-deployed-without-result'
    | 'not-deployed'
    | 'no-such-version'
    | 'verified'
    | 'ignored'
    | 'nothing-needed'
    | 'broker-unavailable'
    | 'disagrees-with-broker';
  words: string;
  consumer?: string;
  consumerVersion?: string;
  provider?: string;
  providerVersion?: string;
  environment?: string;
};

/** May this version go there? Unknown is never a yes and never a no. @public */
export type ContractVerdict = {
  pacticipant: Pacticipant;
  version: string;
  environment: string;
  answer: 'yes' | 'no' | 'unknown';
  reasons: VerdictReason[];
  /** what the broker itself says; differs where its answer hides a row */
  brokerSays?: 'yes' | 'no' | 'unknown';
  evidence?: Evidence;
};

/** Pairs that speak without a pact, or have one and were not seen to speak. @public */
export type ContractGap = {
  kind: 'traffic-without-contract' | 'contract-without-traffic';
  consumer: { ref?: ServiceRef; name: string };
  provider: { ref?: ServiceRef; name: string };
  words: string;
  /** operations that are called and are in no pact */
  operations?: { operation: string; calls: number }[];
};

/** An API of the catalog with who provides it and whether a pact speaks of it. @public */
export type ContractedApi = {
  ref: string;
  name: string;
  type: string;
  providedBy: ServiceRef[];
  consumedBy: ServiceRef[];
  pacts: number;
};

/** Something that happened to a contract. @public */
export type ContractChange = {
  at: IsoTime;
  kind: 'published' | 'verified' | 'failed' | 'broken' | 'mended' | 'gone';
  consumer: Pacticipant;
  provider: Pacticipant;
  words: string;
};

/** Everything about the contracts of one service. @public */
export type ServiceContracts = {
  service: ServiceRef;
  /** as consumer: those it needs */
  providers: Contract[];
  /** as provider: those that need it */
  consumers: Contract[];
  deployed: DeployedVersion[];
  environments: ContractEnvironment[];
  gaps: ContractGap[];
  apis: ContractedApi[];
  /** newest first */
  changes: ContractChange[];
  counts: Record<VerificationState, number>;
  evidence?: Evidence;
};

/** Consumers × providers of one environment. @public */
export type ContractMatrix = {
  environment?: ContractEnvironment;
  environments: ContractEnvironment[];
  pairs: {
    consumer: Pacticipant;
    provider: Pacticipant;
    state: VerificationState | 'unknown';
    consumerVersions: string[];
    providerVersions: string[];
    gap?: ContractGap['kind'];
    verifiedAt?: IsoTime;
  }[];
  /** pairs left out to keep the answer short */
  leftOut: number;
  counts: Record<VerificationState | 'unknown', number>;
  /** why it is not said of any pair yet that nobody was seen calling */
  silence?: Unknown;
  evidence?: Evidence;
};

/** How the newest pacts of a service stand, in the few figures of a list. @public */
export type ContractsSummary = {
  /** left out while it cannot be told */
  counts?: {
    verified: number;
    failed: number;
    /** never verified, changed since they were, or failed and still pending */
    unverified: number;
  };
  /** why it cannot be told */
  unknown?: Unknown;
  evidence?: Evidence;
};
