import {
  ContractMatrix,
  ContractVerdict,
  ServiceContracts,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import type { ContractMatrixQuery, DeployQuestion } from '../api';

/** What a fake backend answers about contracts; what is left out is not known to it. */
export type HarbourContracts = {
  getContractMatrix?(query: ContractMatrixQuery): ContractMatrix;
  getCanIDeploy?(question: DeployQuestion): ContractVerdict;
  getServiceContracts?(service: ServiceRef): ServiceContracts;
};
