import { parseEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  Alias,
  BlastRadius,
  CallMap,
  DefaultApiClient,
  DependencyDrift,
  Dossier,
  Instant,
  Journey,
  JourneysPage,
  Millis,
  RequestOptions,
  ServiceCalls,
  ServiceRef,
  SourceRun,
  SourceStatus,
  Suspects,
} from '@sightline/backstage-plugin-sightline-common';
import { AnswerCache } from './AnswerCache';
import { isAbort, toProblem } from './Problem';
import { SharedRequests } from './SharedRequests';
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

type Reply = Pick<Response, 'ok' | 'status' | 'headers'> & {
  json(): Promise<unknown>;
};

type SightlineClientOptions = {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
  cache?: AnswerCache;
  /** how long an answer passes for new, so that ten cards ask once */
  freshFor?: Millis;
  now?: () => Instant;
};

const keyOf = (path: string, query: object = {}) =>
  `${path}?${JSON.stringify(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )}`;

const pathOf = (service: ServiceRef) => {
  const { namespace, name } = parseEntityRef(service);
  return { namespace, name };
};

/** Turns whatever went wrong into a Problem; being cancelled is not wrong. */
const inWords = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw isAbort(error) ? error : toProblem(error);
  }
};

const checked = async <R extends Reply>(reply: R): Promise<R> => {
  if (!reply.ok) {
    throw await ResponseError.fromResponse(reply as unknown as Response);
  }
  return reply;
};

/** The only place of the portal that talks HTTP. @public */
export class SightlineClient implements SightlineApi {
  private readonly http: DefaultApiClient;
  private readonly cache: AnswerCache;
  private readonly requests = new SharedRequests();
  private readonly freshFor: Millis;
  private readonly now: () => Instant;

  constructor(options: SightlineClientOptions) {
    this.http = new DefaultApiClient(options);
    this.now = options.now ?? Date.now;
    this.cache = options.cache ?? new AnswerCache({ now: this.now });
    this.freshFor = options.freshFor ?? 3_000;
  }

  getServices(
    query: ServicesQuery & PageOptions,
    options?: AskOptions<ServicesPage>,
  ) {
    return this.read(
      keyOf('services', query),
      how => this.http.getServices({ query }, how),
      options,
    );
  }

  getServiceFacets(query: ServicesQuery, options?: AskOptions<ServiceFacets>) {
    const { sort: _sort, order: _order, ...filter } = query;
    return this.read(
      keyOf('services/facets', filter),
      how => this.http.getServiceFacets({ query: filter }, how),
      options,
    );
  }

  getServicesCsv(query: ServicesQuery, options?: { signal?: AbortSignal }) {
    return inWords(async () => {
      const reply = await this.http.getServicesCsv({ query }, options);
      return (await checked(reply as Reply & typeof reply)).blob();
    });
  }

  getDossier(service: ServiceRef, options?: AskOptions<Dossier>) {
    const path = pathOf(service);
    return this.read<Dossier>(
      keyOf('dossier', path),
      how => this.http.getDossier({ path }, how),
      options,
    );
  }

  getCallMap(query: CallMapQuery, options?: AskOptions<CallMap>) {
    return this.read<CallMap>(
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
    return this.read<ServiceCalls>(
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
    return this.read<DependencyDrift>(
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
    return this.read<BlastRadius>(
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
    return this.read<Suspects>(
      keyOf('calls/suspects', { ...path, ...query }),
      how => this.http.getSuspects({ path, query }, how),
      options,
    );
  }

  getJourneys(query: JourneysQuery, options?: AskOptions<JourneysPage>) {
    return this.read<JourneysPage>(
      keyOf('calls/journeys', query),
      how => this.http.getJourneys({ query }, how),
      options,
    );
  }

  getJourney(id: string, query: CallsQuery, options?: AskOptions<Journey>) {
    return this.read<Journey>(
      keyOf('calls/journey', { id, ...query }),
      how => this.http.getJourney({ path: { id }, query }, how),
      options,
    );
  }

  async getSources(options?: AskOptions<SourceStatus[]>) {
    const { earlier, ...rest } = options ?? {};
    const { items } = await this.read<{ items: SourceStatus[] }>(
      keyOf('sources'),
      how => this.http.getSources({}, how),
      { ...rest, earlier: earlier && ((was, at) => earlier(was.items, at)) },
    );
    return items;
  }

  refreshSource(id: string): Promise<SourceRun> {
    return inWords(async () => {
      const reply = await this.http.refreshSource({ path: { id } });
      this.cache.forget('sources');
      return (await checked(reply)).json();
    });
  }

  getAliases(
    query: AliasesQuery & PageOptions,
    options?: AskOptions<AliasesPage>,
  ) {
    return this.read<AliasesPage>(
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
      this.cache.forget('');
      return items;
    });
  }

  private async read<T>(
    key: string,
    ask: (how: RequestOptions) => Promise<Reply>,
    options: AskOptions<T> = {},
  ): Promise<T> {
    const { signal, fresh, earlier } = options;
    const remembered = this.cache.get<T>(key);
    if (remembered && !fresh) {
      if (this.now() - remembered.receivedAt <= this.freshFor) {
        return remembered.value;
      }
      earlier?.(remembered.value, remembered.receivedAt);
    }
    return inWords(() =>
      this.requests.ask(
        key,
        abort => this.fetchAnswer(key, ask, abort),
        signal,
      ),
    );
  }

  private async fetchAnswer<T>(
    key: string,
    ask: (how: RequestOptions) => Promise<Reply>,
    signal: AbortSignal,
  ): Promise<T> {
    const remembered = this.cache.get<T>(key);
    const reply = await ask({
      signal,
      headers: remembered?.etag ? { 'If-None-Match': remembered.etag } : {},
    });
    if (reply.status === 304 && remembered) {
      return this.cache.put(key, remembered.value, remembered.etag).value;
    }
    const value = (await (await checked(reply)).json()) as T;
    const etag = reply.headers.get('ETag') ?? undefined;
    return this.cache.put(key, value, etag).value;
  }
}
