import { parseEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import {
  Alias,
  BlastRadius,
  CallMap,
  ContractMatrix,
  ContractVerdict,
  DefaultApiClient,
  DependencyDrift,
  Dossier,
  Instant,
  Journey,
  JourneysPage,
  Millis,
  ObjectiveHistory,
  ObjectiveProblem,
  ObjectivesPage,
  ServiceCalls,
  ServiceContracts,
  ServiceObjectives,
  ServiceRef,
  SourceRun,
  SourceStatus,
  Suspects,
} from '@sightline/backstage-plugin-sightline-common';
import { AnswerCache } from './AnswerCache';
import { Answers, asFile, checked, inWords, keyOf } from './Answers';
import { ContractMatrixQuery, DeployQuestion } from './ContractsApi';
import type { LookupApi } from './LookupApi';
import { lookupClient } from './lookupClient';
import type { OnCallApi } from './OnCallApi';
import { onCallClient } from './onCallClient';
import { HistoryRange, ObjectivesQuery } from './ObjectivesApi';
import type { WorkloadsApi } from './WorkloadsApi';
import { workloadsClient } from './workloadsClient';
import {
  AliasDecision,
  AliasesPage,
  AliasesQuery,
  AskOptions,
  CallMapQuery,
  CallsQuery,
  JourneysQuery,
  PageOptions,
  ServiceFacets,
  ServicesPage,
  ServicesQuery,
  SightlineApi,
} from './SightlineApi';

type SightlineClientOptions = {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
  cache?: AnswerCache;
  /** how long an answer passes for new, so that ten cards ask once */
  freshFor?: Millis;
  now?: () => Instant;
};

const pathOf = (service: ServiceRef) => {
  const { namespace, name } = parseEntityRef(service);
  return { namespace, name };
};

/** For those who ask for a list that comes wrapped as `items`. */
const forItems = <T>({ earlier, ...rest }: AskOptions<T[]> = {}): AskOptions<{
  items: T[];
}> => ({ ...rest, earlier: earlier && ((was, at) => earlier(was.items, at)) });

/** The only place of the portal that talks HTTP. @public */
export class SightlineClient implements SightlineApi {
  private readonly http: DefaultApiClient;
  private readonly answers: Answers;
  readonly getServiceWorkloads: WorkloadsApi['getServiceWorkloads'];
  readonly getDeploys: WorkloadsApi['getDeploys'];
  readonly getSafeToDeploy: WorkloadsApi['getSafeToDeploy'];
  readonly whereToAskIfSafe: WorkloadsApi['whereToAskIfSafe'];
  readonly getLookup: LookupApi['getLookup'];
  readonly getOnCall: OnCallApi['getOnCall'];
  readonly getServiceOnCall: OnCallApi['getServiceOnCall'];
  readonly getTeamOnCall: OnCallApi['getTeamOnCall'];
  readonly makeOverride: OnCallApi['makeOverride'];
  readonly endOverride: OnCallApi['endOverride'];

  constructor(options: SightlineClientOptions) {
    this.http = new DefaultApiClient(options);
    this.answers = new Answers(options);
    const workloads = workloadsClient({
      http: this.http,
      answers: this.answers,
      discoveryApi: options.discoveryApi,
    });
    this.getServiceWorkloads = workloads.getServiceWorkloads;
    this.getDeploys = workloads.getDeploys;
    this.getSafeToDeploy = workloads.getSafeToDeploy;
    this.whereToAskIfSafe = workloads.whereToAskIfSafe;
    const lookup = lookupClient({ http: this.http, answers: this.answers });
    this.getLookup = lookup.getLookup;
    const onCall = onCallClient({ http: this.http, answers: this.answers });
    this.getOnCall = onCall.getOnCall;
    this.getServiceOnCall = onCall.getServiceOnCall;
    this.getTeamOnCall = onCall.getTeamOnCall;
    this.makeOverride = onCall.makeOverride;
    this.endOverride = onCall.endOverride;
  }

  getServices(
    query: ServicesQuery & PageOptions,
    options?: AskOptions<ServicesPage>,
  ) {
    return this.answers.read(
      keyOf('services', query),
      how => this.http.getServices({ query }, how),
      options,
    );
  }

  getServiceFacets(query: ServicesQuery, options?: AskOptions<ServiceFacets>) {
    const { sort: _sort, order: _order, ...filter } = query;
    return this.answers.read(
      keyOf('services/facets', filter),
      how => this.http.getServiceFacets({ query: filter }, how),
      options,
    );
  }

  getServicesCsv(query: ServicesQuery, options?: { signal?: AbortSignal }) {
    return asFile(() => this.http.getServicesCsv({ query }, options));
  }

  getDossier(service: ServiceRef, options?: AskOptions<Dossier>) {
    const path = pathOf(service);
    return this.answers.read<Dossier>(
      keyOf('dossier', path),
      how => this.http.getDossier({ path }, how),
      options,
    );
  }

  getCallMap(query: CallMapQuery, options?: AskOptions<CallMap>) {
    return this.answers.read<CallMap>(
      keyOf('calls/map', query),
      how => this.http.getCallMap({ query }, how),
      options,
    );
  }

  getServiceCalls(
    service: ServiceRef,
    query: CallsQuery,
    options?: AskOptions<ServiceCalls>,
  ) {
    const path = pathOf(service);
    return this.answers.read<ServiceCalls>(
      keyOf('calls/of', { ...path, ...query }),
      how => this.http.getServiceCalls({ path, query }, how),
      options,
    );
  }

  getDependencyDrift(
    service: ServiceRef,
    options?: AskOptions<DependencyDrift>,
  ) {
    const path = pathOf(service);
    return this.answers.read<DependencyDrift>(
      keyOf('calls/drift', path),
      how => this.http.getDependencyDrift({ path }, how),
      options,
    );
  }

  getBlastRadius(
    service: ServiceRef,
    query: CallsQuery,
    options?: AskOptions<BlastRadius>,
  ) {
    const path = pathOf(service);
    return this.answers.read<BlastRadius>(
      keyOf('calls/blast', { ...path, ...query }),
      how => this.http.getBlastRadius({ path, query }, how),
      options,
    );
  }

  getSuspects(
    service: ServiceRef,
    query: CallsQuery,
    options?: AskOptions<Suspects>,
  ) {
    const path = pathOf(service);
    return this.answers.read<Suspects>(
      keyOf('calls/suspects', { ...path, ...query }),
      how => this.http.getSuspects({ path, query }, how),
      options,
    );
  }

  getJourneys(query: JourneysQuery, options?: AskOptions<JourneysPage>) {
    return this.answers.read<JourneysPage>(
      keyOf('calls/journeys', query),
      how => this.http.getJourneys({ query }, how),
      options,
    );
  }

  getJourney(id: string, query: CallsQuery, options?: AskOptions<Journey>) {
    return this.answers.read<Journey>(
      keyOf('calls/journey', { id, ...query }),
      how => this.http.getJourney({ path: { id }, query }, how),
      options,
    );
  }

  async getSources(options?: AskOptions<SourceStatus[]>) {
    const { items } = await this.answers.read<{ items: SourceStatus[] }>(
      keyOf('sources'),
      how => this.http.getSources({}, how),
      forItems(options),
    );
    return items;
  }

  refreshSource(id: string): Promise<SourceRun> {
    return inWords(async () => {
      const reply = await this.http.refreshSource({ path: { id } });
      this.answers.forget('sources');
      return (await checked(reply)).json();
    });
  }

  getAliases(
    query: AliasesQuery & PageOptions,
    options?: AskOptions<AliasesPage>,
  ) {
    return this.answers.read<AliasesPage>(
      keyOf('aliases', query),
      how => this.http.getAliases({ query }, how),
      options,
    );
  }

  decideAliases(decisions: AliasDecision[]): Promise<Alias[]> {
    return inWords(async () => {
      const reply = await this.http.decideAliases({ body: { decisions } });
      const { items } = await (await checked(reply)).json();
      // A name may now mean another service, so rows and dossiers changed too.
      this.answers.forget('');
      return items;
    });
  }

  getObjectives(
    query: ObjectivesQuery & PageOptions,
    options?: AskOptions<ObjectivesPage>,
  ) {
    return this.answers.read<ObjectivesPage>(
      keyOf('objectives', query),
      how => this.http.getObjectives({ query }, how),
      options,
    );
  }

  getObjectivesCsv(query: ObjectivesQuery, options?: { signal?: AbortSignal }) {
    return asFile(() => this.http.getObjectivesCsv({ query }, options));
  }

  async getObjectiveProblems(options?: AskOptions<ObjectiveProblem[]>) {
    const { items } = await this.answers.read<{ items: ObjectiveProblem[] }>(
      keyOf('objectives/problems'),
      how => this.http.getObjectiveProblems({}, how),
      forItems(options),
    );
    return items;
  }

  getServiceObjectives(
    service: ServiceRef,
    options?: AskOptions<ServiceObjectives>,
  ) {
    const path = pathOf(service);
    return this.answers.read<ServiceObjectives>(
      keyOf('objectives/of', path),
      how => this.http.getServiceObjectives({ path }, how),
      options,
    );
  }

  getObjectiveHistory(
    service: ServiceRef,
    objective: string,
    query: HistoryRange,
    options?: AskOptions<ObjectiveHistory>,
  ) {
    const path = { ...pathOf(service), objective };
    return this.answers.read<ObjectiveHistory>(
      keyOf('objectives/history', { ...path, ...query }),
      how => this.http.getObjectiveHistory({ path, query }, how),
      options,
    );
  }

  getContractMatrix(
    query: ContractMatrixQuery,
    options?: AskOptions<ContractMatrix>,
  ) {
    return this.answers.read<ContractMatrix>(
      keyOf('contracts/matrix', query),
      how => this.http.getContractMatrix({ query }, how),
      options,
    );
  }

  getCanIDeploy(
    question: DeployQuestion,
    options?: AskOptions<ContractVerdict>,
  ) {
    return this.answers.read<ContractVerdict>(
      keyOf('contracts/verdict', question),
      how => this.http.getCanIDeploy({ query: question }, how),
      options,
    );
  }

  getServiceContracts(
    service: ServiceRef,
    options?: AskOptions<ServiceContracts>,
  ) {
    const path = pathOf(service);
    return this.answers.read<ServiceContracts>(
      keyOf('contracts/of', path),
      how => this.http.getServiceContracts({ path }, how),
      options,
    );
  }
}
