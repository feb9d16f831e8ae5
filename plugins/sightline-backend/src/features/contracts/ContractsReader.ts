import {
  ContractMatrix,
  ContractVerdict,
  ServiceContracts,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Promised } from './engine/promised';

type MatrixPair = ContractMatrix['pairs'][number];

export type MatrixQuery = {
  environment?: string;
  q?: string;
  state?: readonly MatrixPair['state'][];
  /** pairs at most; 2,000 when left out */
  limit?: number;
  /** whether a pair may be seen; all of them when left out */
  mayRead?(pair: Pick<MatrixPair, 'consumer' | 'provider'>): boolean;
};

export type DeployQuestion = {
  pacticipant: string;
  version: string;
  environment: string;
  /** where several brokers know the name; the first one otherwise */
  broker?: string;
};

/** Answers from the stored mirrors; only verdicts ask a broker. */
export interface ContractsReader {
  matrix(query: MatrixQuery): Promise<ContractMatrix>;
  ofService(ref: ServiceRef): Promise<ServiceContracts>;
  /** which service a name on a broker stands for; undefined: no broker knows the name */
  pacticipant(
    asked: Pick<DeployQuestion, 'pacticipant' | 'broker'>,
  ): Promise<ContractVerdict['pacticipant'] | undefined>;
  /** undefined: no broker knows the name */
  canIDeploy(question: DeployQuestion): Promise<ContractVerdict | undefined>;
  /** one verdict for each name the service has on brokers */
  verdictsOf(
    ref: ServiceRef,
    asked: { version: string; environment: string },
  ): Promise<ContractVerdict[]>;
  /** what is promised, for comparing it with traces; undefined while nobody knows of contracts */
  promised(): Promise<Promised | undefined>;
  /** whether any broker was ever mirrored, and which are set up */
  isKnown(): Promise<boolean>;
}
