export type paths = {
  '/v1/services': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One page of services, filtered and sorted */
    get: operations['getServices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/services.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every service the filter lets through, as CSV */
    get: operations['getServicesCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/services/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many services there are by owner, system, tier…
     * @description Each facet counts what would be left if its own filter were not set, so that a person can see what else could be chosen.
     */
    get: operations['getServiceFacets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/services/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the catalog says about one service */
    get: operations['getService'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/services/{namespace}/{name}/dossier': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All that is known about one service, joined */
    get: operations['getDossier'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/aliases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Outside names and the services they are taken to mean */
    get: operations['getAliases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/aliases/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept, reject or take back what names are taken to mean; all or nothing */
    post: operations['decideAliases'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** State, freshness, cost and losses of every source */
    get: operations['getSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sources/{id}/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask a source now instead of at its next time */
    post: operations['refreshSource'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Is this process alive? */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/readiness': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Can this process answer for the fleet, and if not, what is missing? */
    get: operations['getReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
};
export type webhooks = Record<string, never>;
export type components = {
  schemas: {
    Error: {
      error: {
        name: string;
        message: string;
      };
      request?: {
        method?: string;
        url?: string;
      };
      response: {
        statusCode: number;
      };
    };
    /** Format: date-time */
    IsoTime: string;
    Evidence: {
      source: string;
      observedAt: components['schemas']['IsoTime'];
      /** @description Milliseconds for which it may be believed */
      validFor: number;
    };
    Unknown: {
      /** @enum {string} */
      state: 'unknown';
      /** @enum {string} */
      reason:
        | 'no-data'
        | 'not-configured'
        | 'source-unavailable'
        | 'too-few-events'
        | 'not-permitted';
      detail?: string;
    };
    Readiness: {
      ready: boolean;
      checks: {
        name: string;
        ok: boolean;
        words: string;
      }[];
    };
    ServiceRow: {
      ref: string;
      name: string;
      title: string;
      description?: string;
      type: string;
      lifecycle?: string;
      tier?: components['schemas']['Tier'];
      owner?: components['schemas']['Owner'];
      system?: components['schemas']['NamedRef'];
      domain?: components['schemas']['NamedRef'];
      tags: string[];
      aliases: number;
      evidence: components['schemas']['Evidence'];
    };
    ServicesPage: {
      /** @description With `fields`, rows carry only those */
      items: components['schemas']['ServiceRow'][];
      /** @description Services the filter lets through */
      total: number;
      /** @description Services you may see */
      of: number;
      nextCursor?: string;
      /** @description When the mirror was last known to agree with the catalog */
      evidence?: components['schemas']['Evidence'];
    };
    FacetValue: {
      value: string;
      label?: string;
      count: number;
    };
    ServiceFacets: {
      owner: components['schemas']['FacetValue'][];
      system: components['schemas']['FacetValue'][];
      domain: components['schemas']['FacetValue'][];
      tier: components['schemas']['FacetValue'][];
      lifecycle: components['schemas']['FacetValue'][];
      type: components['schemas']['FacetValue'][];
    };
    /** @enum {string} */
    Tier: 'T0' | 'T1' | 'T2' | 'T3';
    /** @enum {string} */
    DataClassification: 'public' | 'internal' | 'confidential' | 'restricted';
    Owner: {
      ref: string;
      name: string;
      exists: boolean;
      /** @description The groups above, nearest first */
      path: string[];
    };
    NamedRef: {
      ref: string;
      name: string;
    };
    ServiceLink: {
      url: string;
      title?: string;
      type?: string;
    };
    Service: {
      ref: string;
      name: string;
      title: string;
      description?: string;
      type: string;
      lifecycle?: string;
      tier?: components['schemas']['Tier'];
      dataClassification?: components['schemas']['DataClassification'];
      version?: string;
      owner?: components['schemas']['Owner'];
      system?: components['schemas']['NamedRef'];
      domain?: components['schemas']['NamedRef'];
      runbook?: string;
      links: components['schemas']['ServiceLink'][];
      tags: string[];
      /** @description Annotations of ours that cannot be read as they stand */
      annotationProblems?: components['schemas']['AnnotationProblem'][];
    };
    AnnotationProblem: {
      annotation: string;
      value: string;
      allowed: string;
      words: string;
    };
    KnownService:
      | {
          /** @enum {string} */
          state: 'known';
          value: components['schemas']['Service'];
          evidence: components['schemas']['Evidence'];
        }
      | components['schemas']['Unknown'];
    DeclaredDependency: {
      ref: string;
      name: string;
      /** @enum {string} */
      relation: 'dependsOn' | 'consumesApi';
      providedBy?: string[];
    };
    KnownDependencies:
      | {
          /** @enum {string} */
          state: 'known';
          value: components['schemas']['DeclaredDependency'][];
          evidence: components['schemas']['Evidence'];
        }
      | components['schemas']['Unknown'];
    FactReading: {
      fact: string;
      value: string | number | boolean | string[];
      evidence: components['schemas']['Evidence'];
    };
    KnownFacts:
      | {
          /** @enum {string} */
          state: 'known';
          value: components['schemas']['FactReading'][];
          evidence: components['schemas']['Evidence'];
        }
      | components['schemas']['Unknown'];
    KnownPart:
      | {
          /** @enum {string} */
          state: 'known';
          value: unknown;
          evidence: components['schemas']['Evidence'];
        }
      | components['schemas']['Unknown'];
    Dossier: {
      ref: string;
      assembledAt: components['schemas']['IsoTime'];
      service: components['schemas']['KnownService'];
      dependencies: components['schemas']['KnownDependencies'];
      aliases: components['schemas']['KnownAliases'];
      facts: components['schemas']['KnownFacts'];
      /** @description What the features add, by their word */
      parts: {
        [key: string]: components['schemas']['KnownPart'];
      };
      /** @description Entries left out to keep the document short, by part */
      leftOut?: {
        dependencies?: number;
        aliases?: number;
        facts?: number;
      };
    };
    /** @enum {string} */
    AliasKind: 'otel' | 'kubernetes' | 'pact' | 'pagerduty';
    /** @enum {string} */
    AliasState:
      | 'annotated'
      | 'accepted'
      | 'rejected'
      | 'matched'
      | 'suggested'
      | 'unmatched';
    OutsideName: {
      kind: components['schemas']['AliasKind'];
      name: string;
      namespace: string;
      labels?: {
        [key: string]: string;
      };
    };
    AliasCandidate: {
      service: string;
      score: number;
      reason: string;
    };
    Alias: {
      id: string;
      outside: components['schemas']['OutsideName'];
      state: components['schemas']['AliasState'];
      service?: string;
      score?: number;
      reason?: string;
      candidates: components['schemas']['AliasCandidate'][];
      decidedBy?: string;
      decidedAt?: components['schemas']['IsoTime'];
      seenBy: string;
      firstSeen: components['schemas']['IsoTime'];
      lastSeen: components['schemas']['IsoTime'];
    };
    AliasesPage: {
      items: components['schemas']['Alias'][];
      total: number;
      nextCursor?: string;
    };
    AliasDecision: {
      id: string;
      /** @enum {string} */
      decision: 'accept' | 'reject' | 'undo';
      /** @description For accept; the first candidate when left out */
      service?: string;
    };
    KnownAliases:
      | {
          /** @enum {string} */
          state: 'known';
          value: components['schemas']['Alias'][];
          evidence: components['schemas']['Evidence'];
        }
      | components['schemas']['Unknown'];
    Fault: {
      /** @enum {string} */
      kind:
        | 'timeout'
        | 'connection-refused'
        | 'connection-reset'
        | 'name-not-found'
        | 'certificate'
        | 'not-authorised'
        | 'not-found'
        | 'rate-limited'
        | 'server-error'
        | 'not-json'
        | 'cut-off'
        | 'too-large'
        | 'unexpected-answer'
        | 'crashed';
      words: string;
    };
    SourceRun: {
      startedAt: components['schemas']['IsoTime'];
      took: number;
      /** @enum {string} */
      outcome: 'ok' | 'partial' | 'retry' | 'failed';
      calls: number;
      fault?: components['schemas']['Fault'];
      notes: string[];
    };
    SourceLoss: {
      cause: string;
      count: number;
      lastAt: components['schemas']['IsoTime'];
    };
    SourceStatus: {
      id: string;
      title: string;
      /** @enum {string} */
      kind: 'pull' | 'watch' | 'push';
      /** @enum {string} */
      state:
        | 'starting'
        | 'ok'
        | 'partial'
        | 'stale'
        | 'failing'
        | 'paused'
        | 'disabled';
      words: string;
      every?: number;
      freshFor: number;
      lastAttemptAt?: components['schemas']['IsoTime'];
      lastSuccessAt?: components['schemas']['IsoTime'];
      nextAttemptAt?: components['schemas']['IsoTime'];
      consecutiveFailures: number;
      fault?: components['schemas']['Fault'];
      totals: {
        runs: number;
        failures: number;
        calls: number;
        took: number;
      };
      losses: components['schemas']['SourceLoss'][];
      coverage?: {
        services: number;
        of: number;
      };
      recentRuns: components['schemas']['SourceRun'][];
    };
  };
  responses: {
    /** @description What went wrong, in Backstage's format */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    /** @description Every word must occur in name, title, owner, system, alias or clue */
    q: string;
    limit: number;
    /** @description `nextCursor` of the page before */
    cursor: string;
    /** @description Entity refs of owners; a group stands for every group under it */
    owner: string[];
    /** @description Only what you or your groups own */
    mine: boolean;
    /** @description Only services without an owner, or whose owner does not exist */
    unowned: boolean;
    system: string[];
    domain: string[];
    tier: ('T0' | 'T1' | 'T2' | 'T3' | 'none')[];
    lifecycle: string[];
    type: string[];
    tag: string[];
    sort: 'name' | 'owner' | 'system' | 'tier' | 'lifecycle' | 'updated';
    order: 'asc' | 'desc';
    namespace: string;
    name: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
  getServices: {
    parameters: {
      query?: {
        /** @description Entity refs of owners; a group stands for every group under it */
        owner?: components['parameters']['owner'];
        /** @description Only what you or your groups own */
        mine?: components['parameters']['mine'];
        /** @description Only services without an owner, or whose owner does not exist */
        unowned?: components['parameters']['unowned'];
        system?: components['parameters']['system'];
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        type?: components['parameters']['type'];
        tag?: components['parameters']['tag'];
        /** @description Every word must occur in name, title, owner, system, alias or clue */
        q?: components['parameters']['q'];
        sort?: components['parameters']['sort'];
        order?: components['parameters']['order'];
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` of the page before */
        cursor?: components['parameters']['cursor'];
        /** @description Only these fields of each row; `ref` always comes along */
        fields?: (
          | 'ref'
          | 'name'
          | 'title'
          | 'description'
          | 'type'
          | 'lifecycle'
          | 'tier'
          | 'owner'
          | 'system'
          | 'domain'
          | 'tags'
          | 'aliases'
          | 'evidence'
        )[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServicesPage'];
        };
      };
      /** @description Nothing has changed since the answer with this ETag */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  getServicesCsv: {
    parameters: {
      query?: {
        /** @description Entity refs of owners; a group stands for every group under it */
        owner?: components['parameters']['owner'];
        /** @description Only what you or your groups own */
        mine?: components['parameters']['mine'];
        /** @description Only services without an owner, or whose owner does not exist */
        unowned?: components['parameters']['unowned'];
        system?: components['parameters']['system'];
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        type?: components['parameters']['type'];
        tag?: components['parameters']['tag'];
        /** @description Every word must occur in name, title, owner, system, alias or clue */
        q?: components['parameters']['q'];
        sort?: components['parameters']['sort'];
        order?: components['parameters']['order'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A header line and one line a service */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  getServiceFacets: {
    parameters: {
      query?: {
        /** @description Entity refs of owners; a group stands for every group under it */
        owner?: components['parameters']['owner'];
        /** @description Only what you or your groups own */
        mine?: components['parameters']['mine'];
        /** @description Only services without an owner, or whose owner does not exist */
        unowned?: components['parameters']['unowned'];
        system?: components['parameters']['system'];
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        type?: components['parameters']['type'];
        tag?: components['parameters']['tag'];
        /** @description Every word must occur in name, title, owner, system, alias or clue */
        q?: components['parameters']['q'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Counts, most frequent first, at most 200 values a facet */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceFacets'];
        };
      };
      /** @description Nothing has changed since the answer with this ETag */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  getService: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The service */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KnownService'];
        };
      };
      /** @description Nothing has changed since the answer with this ETag */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  getDossier: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The dossier */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dossier'];
        };
      };
      /** @description Nothing has changed since the answer with this ETag */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  getAliases: {
    parameters: {
      query?: {
        kind?: components['schemas']['AliasKind'];
        state?: components['schemas']['AliasState'][];
        service?: string;
        source?: string;
        /** @description Every word must occur in name, title, owner, system, alias or clue */
        q?: components['parameters']['q'];
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` of the page before */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AliasesPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  decideAliases: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          decisions: components['schemas']['AliasDecision'][];
        };
      };
    };
    responses: {
      /** @description The aliases as they are now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Alias'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  getSources: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sources, those in trouble first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SourceStatus'][];
          };
        };
      };
      /** @description Nothing has changed since the answer with this ETag */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  refreshSource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How it went */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SourceRun'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It answers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'ok';
          };
        };
      };
    };
  };
  getReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It can */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      /** @description It cannot */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
    };
  };
}
