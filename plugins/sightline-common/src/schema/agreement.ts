import { DependencyDrift } from '../calls/drift';
import { BlastRadius, Suspects } from '../calls/impact';
import { Journey, JourneysPage } from '../calls/journeys';
import { CallMap } from '../calls/map';
import { ObservedDependencies } from '../calls/observedDependencies';
import { ServiceCalls } from '../calls/serviceCalls';
import {
  ContractMatrix,
  ContractVerdict,
  ServiceContracts,
} from '../contracts/model';
import { IncidentBrief } from '../lookup/brief';
import { LookupAnswer } from '../lookup/model';
import { Alias, Service, ServiceRow, Dossier } from '../services/model';
import {
  ObjectiveHistory,
  ObjectivesPage,
  ServiceObjectives,
} from '../slo/answers';
import { ObjectiveProblem } from '../slo/objective';
import { SourceRun, SourceStatus } from '../sources/model';
import { DeploysPage, ServiceWorkloads } from '../workloads/model';
import { SafeToDeploy } from '../workloads/safeToDeploy';
import { components } from './openapi/generated';

/**
 * The models are written by hand (engines want unions and brands), the API's
 * types come from the specification. Each line below fails to compile when one
 * of them moves without the other.
 */
type Both<Model extends Spec, Spec> = [Model, Spec];
type Schemas = components['schemas'];

export type Agreed = [
  Both<Alias, Schemas['Alias']>,
  Both<Dossier, Schemas['Dossier']>,
  Both<Service, Schemas['Service']>,
  Both<ServiceRow, Schemas['ServiceRow']>,
  Both<SourceRun, Schemas['SourceRun']>,
  Both<SourceStatus, Schemas['SourceStatus']>,
  Both<BlastRadius, Schemas['BlastRadius']>,
  Both<ContractMatrix, Schemas['ContractMatrix']>,
  Both<ContractVerdict, Schemas['ContractVerdict']>,
  Both<ServiceContracts, Schemas['ServiceContracts']>,
  Both<CallMap, Schemas['CallMap']>,
  Both<DependencyDrift, Schemas['DependencyDrift']>,
  Both<DeploysPage, Schemas['DeploysPage']>,
  Both<Journey, Schemas['Journey']>,
  Both<JourneysPage, Schemas['JourneysPage']>,
  Both<IncidentBrief, Schemas['IncidentBrief']>,
  Both<LookupAnswer, Schemas['LookupAnswer']>,
  Both<ObjectiveHistory, Schemas['ObjectiveHistory']>,
  Both<ObjectiveProblem, Schemas['ObjectiveProblem']>,
  Both<ObjectivesPage, Schemas['ObjectivesPage']>,
  Both<ObservedDependencies, Schemas['ObservedDependencies']>,
  Both<SafeToDeploy, Schemas['SafeToDeploy']>,
  Both<ServiceCalls, Schemas['ServiceCalls']>,
  Both<ServiceWorkloads, Schemas['ServiceWorkloads']>,
  Both<ServiceObjectives, Schemas['ServiceObjectives']>,
  Both<Suspects, Schemas['Suspects']>,
  Both<Schemas['Alias'], Alias>,
  Both<Schemas['Dossier'], Dossier>,
  Both<Schemas['Service'], Service>,
  Both<Schemas['ServiceRow'], ServiceRow>,
  Both<Schemas['SourceRun'], SourceRun>,
  Both<Schemas['SourceStatus'], SourceStatus>,
  Both<Schemas['BlastRadius'], BlastRadius>,
  Both<Schemas['ContractMatrix'], ContractMatrix>,
  Both<Schemas['ContractVerdict'], ContractVerdict>,
  Both<Schemas['ServiceContracts'], ServiceContracts>,
  Both<Schemas['CallMap'], CallMap>,
  Both<Schemas['DependencyDrift'], DependencyDrift>,
  Both<Schemas['DeploysPage'], DeploysPage>,
  Both<Schemas['Journey'], Journey>,
  Both<Schemas['JourneysPage'], JourneysPage>,
  Both<Schemas['IncidentBrief'], IncidentBrief>,
  Both<Schemas['LookupAnswer'], LookupAnswer>,
  Both<Schemas['ObjectiveHistory'], ObjectiveHistory>,
  Both<Schemas['ObjectiveProblem'], ObjectiveProblem>,
  Both<Schemas['ObjectivesPage'], ObjectivesPage>,
  Both<Schemas['ObservedDependencies'], ObservedDependencies>,
  Both<Schemas['SafeToDeploy'], SafeToDeploy>,
  Both<Schemas['ServiceCalls'], ServiceCalls>,
  Both<Schemas['ServiceWorkloads'], ServiceWorkloads>,
  Both<Schemas['ServiceObjectives'], ServiceObjectives>,
  Both<Schemas['Suspects'], Suspects>,
];
