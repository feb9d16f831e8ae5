import {
  ContractMatrix,
  ContractVerdict,
  ServiceContracts,
  ServiceRef,
  operations,
} from '@sightline/backstage-plugin-sightline-common';
import type { AskOptions } from './SightlineApi';

/** Which pairs: of which environment, by which words, in which states. @public */
export type ContractMatrixQuery = NonNullable<
  operations['getContractMatrix']['parameters']['query']
>;
/** Which version is to go where. @public */
export type DeployQuestion = operations['getCanIDeploy']['parameters']['query'];

/** What the portal asks about contracts. @public */
export interface ContractsApi {
  getContractMatrix(
    query: ContractMatrixQuery,
    options?: AskOptions<ContractMatrix>,
  ): Promise<ContractMatrix>;
  getCanIDeploy(
    question: DeployQuestion,
    options?: AskOptions<ContractVerdict>,
  ): Promise<ContractVerdict>;
  getServiceContracts(
    service: ServiceRef,
    options?: AskOptions<ServiceContracts>,
  ): Promise<ServiceContracts>;
}
