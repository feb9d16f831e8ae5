import {
  Instant,
  VerificationState,
} from '@sightline/backstage-plugin-sightline-common';
import { Outcome } from '../source/Outcome';

/** @public */
export type MirroredVersion = {
  number: string;
  branches: string[];
  createdAt?: Instant;
};

/** The head pact of two pacticipants on a branch or in an environment. @public */
export type MirroredPact = {
  consumer: string;
  provider: string;
  consumerVersion: MirroredVersion;
  /** names the content; versions with equal content share it */
  contentId?: string;
  publishedAt?: Instant;
  verification: {
    state: VerificationState;
    providerVersion?: MirroredVersion;
    verifiedAt?: Instant;
  };
};

/** Everything a broker knew at one moment; what is not in it is gone. @public */
export type ContractsReport = {
  /** id of the source */
  broker: string;
  /** every pair there is, also those whose pacts could not be read */
  integrations: { consumer: string; provider: string }[];
  pacticipants: { name: string; mainBranch?: string; repository?: string }[];
  environments: { name: string; displayName: string; production: boolean }[];
  pacts: MirroredPact[];
  inEnvironments: {
    environment: string;
    pacticipant: string;
    version: MirroredVersion;
    instance?: string;
    how: 'deployed' | 'released';
    since?: Instant;
  }[];
};

/** What a pact says, without its bodies. @public */
export type PactContent = {
  contentId: string;
  interactions: (
    | { kind: 'http'; method: string; path: string; description: string }
    | { kind: 'rpc'; procedure?: string; description: string }
    | { kind: 'message'; topic?: string; description: string }
  )[];
};

/** One row of a broker's reasoning, as it came. @public */
export type VerdictRow = {
  consumer: string;
  consumerVersion: string;
  provider: string;
  /** left out where no version of the provider was considered */
  providerVersion?: string;
  /** undefined: there is no result */
  success?: boolean;
  verifiedAt?: Instant;
  ignored?: boolean;
};

/** @public */
export type BrokerVerdict = {
  says: 'yes' | 'no' | 'unknown';
  rows: VerdictRow[];
  /** what of the question does not exist: `environment moon`, `version 7 of cart` */
  missing?: string;
};

/**
 * Asked about one thing at a time, when somebody wants to know; the mirror comes
 * as a report of the broker's source.
 * @public
 */
export interface ContractBroker {
  /** id of the source that mirrors it */
  readonly id: string;
  /** what its webhooks have to show in the header `x-sightline-token`; refused where there is none */
  readonly webhookSecret?: string;
  canIDeploy(
    question: { pacticipant: string; version: string; environment: string },
    context: { signal: AbortSignal },
  ): Promise<Outcome<BrokerVerdict>>;
  content(
    pact: { consumer: string; provider: string; consumerVersion: string },
    context: { signal: AbortSignal },
  ): Promise<Outcome<PactContent>>;
}
