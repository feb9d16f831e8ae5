/** The schemas of the API, by name. @public */
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
      /** Milliseconds for which it may be believed */
      validFor: number;
    };
    Unknown: {
      state: 'unknown';
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
      /** With `fields`, rows carry only those */
      items: components['schemas']['ServiceRow'][];
      /** Services the filter lets through */
      total: number;
      /** Services you may see */
      of: number;
      nextCursor?: string;
      /** When the mirror was last known to agree with the catalog */
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
    Tier: 'T0' | 'T1' | 'T2' | 'T3';
    DataClassification: 'public' | 'internal' | 'confidential' | 'restricted';
    Owner: {
      ref: string;
      name: string;
      exists: boolean;
      /** The groups above, nearest first */
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
      /** Annotations of ours that cannot be read as they stand */
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
          state: 'known';
          value: components['schemas']['Service'];
          evidence: components['schemas']['Evidence'];
        }
      | components['schemas']['Unknown'];
    DeclaredDependency: {
      ref: string;
      name: string;
      relation: 'dependsOn' | 'consumesApi';
      providedBy?: string[];
    };
    KnownDependencies:
      | {
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
          state: 'known';
          value: components['schemas']['FactReading'][];
          evidence: components['schemas']['Evidence'];
        }
      | components['schemas']['Unknown'];
    KnownPart:
      | {
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
      /** What the features add, by their word */
      parts: {
        [key: string]: components['schemas']['KnownPart'];
      };
      /** Entries left out to keep the document short, by part */
      leftOut?: {
        dependencies?: number;
        aliases?: number;
        facts?: number;
      };
    };
    AliasKind: 'otel' | 'kubernetes' | 'pact' | 'pagerduty';
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
      decision: 'accept' | 'reject' | 'undo';
      /** For accept; the first candidate when left out */
      service?: string;
    };
    KnownAliases:
      | {
          state: 'known';
          value: components['schemas']['Alias'][];
          evidence: components['schemas']['Evidence'];
        }
      | components['schemas']['Unknown'];
    Fault: {
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
      kind: 'pull' | 'watch' | 'push';
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
    /** What went wrong, in Backstage's format */
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
    /** Every word must occur in name, title, owner, system, alias or clue */
    q: string;
    limit: number;
    /** `nextCursor` of the page before */
    cursor: string;
    /** Entity refs of owners; a group stands for every group under it */
    owner: string[];
    /** Only what you or your groups own */
    mine: boolean;
    /** Only services without an owner, or whose owner does not exist */
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

/** What each operation of the API takes and answers, by its id. @public */
export interface operations {
  getServices: {
    parameters: {
      query?: {
        /** Entity refs of owners; a group stands for every group under it */
        owner?: components['parameters']['owner'];
        /** Only what you or your groups own */
        mine?: components['parameters']['mine'];
        /** Only services without an owner, or whose owner does not exist */
        unowned?: components['parameters']['unowned'];
        system?: components['parameters']['system'];
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        type?: components['parameters']['type'];
        tag?: components['parameters']['tag'];
        /** Every word must occur in name, title, owner, system, alias or clue */
        q?: components['parameters']['q'];
        sort?: components['parameters']['sort'];
        order?: components['parameters']['order'];
        limit?: components['parameters']['limit'];
        /** `nextCursor` of the page before */
        cursor?: components['parameters']['cursor'];
        /** Only these fields of each row; `ref` always comes along */
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
      /** A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServicesPage'];
        };
      };
      /** Nothing has changed since the answer with this ETag */
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
        /** Entity refs of owners; a group stands for every group under it */
        owner?: components['parameters']['owner'];
        /** Only what you or your groups own */
        mine?: components['parameters']['mine'];
        /** Only services without an owner, or whose owner does not exist */
        unowned?: components['parameters']['unowned'];
        system?: components['parameters']['system'];
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        type?: components['parameters']['type'];
        tag?: components['parameters']['tag'];
        /** Every word must occur in name, title, owner, system, alias or clue */
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
      /** A header line and one line a service */
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
        /** Entity refs of owners; a group stands for every group under it */
        owner?: components['parameters']['owner'];
        /** Only what you or your groups own */
        mine?: components['parameters']['mine'];
        /** Only services without an owner, or whose owner does not exist */
        unowned?: components['parameters']['unowned'];
        system?: components['parameters']['system'];
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        type?: components['parameters']['type'];
        tag?: components['parameters']['tag'];
        /** Every word must occur in name, title, owner, system, alias or clue */
        q?: components['parameters']['q'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Counts, most frequent first, at most 200 values a facet */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceFacets'];
        };
      };
      /** Nothing has changed since the answer with this ETag */
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
      /** The service */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KnownService'];
        };
      };
      /** Nothing has changed since the answer with this ETag */
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
      /** The dossier */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dossier'];
        };
      };
      /** Nothing has changed since the answer with this ETag */
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
        /** Every word must occur in name, title, owner, system, alias or clue */
        q?: components['parameters']['q'];
        limit?: components['parameters']['limit'];
        /** `nextCursor` of the page before */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page */
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
      /** The aliases as they are now */
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
      /** The sources, those in trouble first */
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
      /** Nothing has changed since the answer with this ETag */
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
      /** How it went */
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
      /** It answers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
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
      /** It can */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      /** It cannot */
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
