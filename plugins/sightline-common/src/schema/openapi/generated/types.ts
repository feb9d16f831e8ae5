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
      /** Left out where it has no objective */
      slo?: components['schemas']['SloSummary'];
      /** Left out until it was looked at for the first time */
      drift?: components['schemas']['DriftSummary'];
      /** Left out where no broker knows a pact of it */
      contracts?: components['schemas']['ContractsSummary'];
      /** Left out where no cluster runs it */
      health?: components['schemas']['HealthSummary'];
      /** Left out where none was seen */
      lastDeploy?: components['schemas']['LastDeploy'];
      /** Left out where nobody owns it, and until on-call is set up */
      onCall?: components['schemas']['OnCallSummary'];
      /** Of what the catalog says */
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
      burning: components['schemas']['FacetValue'][];
      unknown: components['schemas']['FacetValue'][];
      drift: components['schemas']['FacetValue'][];
      contracts: components['schemas']['FacetValue'][];
      health: components['schemas']['FacetValue'][];
      onCall: components['schemas']['FacetValue'][];
    };
    /** How a service stands by the worst of its objectives */
    SloSummary: {
      state: 'page' | 'ticket' | 'exhausted' | 'unknown' | 'met';
      objective: string;
      words: string;
      /** Share of the budget that is left; below 0 when overspent */
      remaining?: number;
      /** How many times too fast the budget is spent */
      burn?: number;
      /** How many objectives the service has */
      objectives: number;
      unknown?: components['schemas']['Unknown'];
      evidence?: components['schemas']['Evidence'];
    };
    DriftSummary: {
      /** Dependencies that are undeclared, unused or uncontracted */
      count?: number;
      unknown?: components['schemas']['Unknown'];
      evidence?: components['schemas']['Evidence'];
    };
    /** How the newest pacts of a service stand */
    ContractsSummary: {
      counts?: {
        verified: number;
        failed: number;
        /** Never verified, changed since, or failed and still pending */
        unverified: number;
      };
      unknown?: components['schemas']['Unknown'];
      evidence?: components['schemas']['Evidence'];
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
      apiType?: string;
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
    /** One who calls or is called, as people know it */
    CallParty: {
      id: string;
      kind:
        | 'service'
        | 'datastore'
        | 'queue'
        | 'external'
        | 'unnamed'
        | 'outside';
      name: string;
      entity?: string;
      owner?: components['schemas']['NamedRef'];
      system?: components['schemas']['NamedRef'];
      tier?: components['schemas']['Tier'];
      technology?: string;
      environments?: string[];
    };
    /** From `from` on, up to but without `to` */
    CallsWindow: {
      from: components['schemas']['IsoTime'];
      to: components['schemas']['IsoTime'];
    };
    /** What was counted of some calls within a window */
    CallFigures: {
      calls: number;
      errors: number;
      errorRatio: number;
      /** Left out where only samples were seen */
      perSecond?: number;
      /** Milliseconds */
      p50?: number;
      /** Milliseconds */
      p95?: number;
    };
    /** A party, or a closed group of them */
    MapNode: {
      id: string;
      kind:
        | 'service'
        | 'datastore'
        | 'queue'
        | 'external'
        | 'unnamed'
        | 'outside'
        | 'group';
      name: string;
      entity?: string;
      owner?: components['schemas']['NamedRef'];
      system?: components['schemas']['NamedRef'];
      tier?: components['schemas']['Tier'];
      technology?: string;
      environments?: string[];
      group?: string;
      members?: number;
    };
    MapEdge: {
      id: string;
      from: string;
      to: string;
      figures: components['schemas']['CallFigures'];
      modes: ('sync' | 'async')[];
      protocols: ('http' | 'grpc' | 'messaging' | 'database' | 'other')[];
      evidence: (
        | 'paired'
        | 'parent-child'
        | 'link'
        | 'destination'
        | 'client-only'
        | 'server-only'
        | 'entry'
        | 'metric'
        | 'dependency-api'
      )[];
      verdict?:
        | 'agreed'
        | 'undeclared'
        | 'unused'
        | 'uncontracted'
        | 'cannot-tell';
      merged: number;
      before?: components['schemas']['CallFigures'];
      change?:
        | 'new'
        | 'gone'
        | 'more-errors'
        | 'slower'
        | 'fewer-errors'
        | 'faster'
        | 'same';
    };
    CallMap: {
      window: components['schemas']['CallsWindow'];
      compared?: components['schemas']['CallsWindow'];
      groupBy: 'system' | 'owner' | 'none';
      nodes: components['schemas']['MapNode'][];
      edges: components['schemas']['MapEdge'][];
      groups: {
        id: string;
        name: string;
        members: number;
        open: boolean;
      }[];
      /** What there is and is not shown */
      leftOut: {
        nodes: number;
        edges: number;
        calls: number;
      };
      environments: string[];
      evidence: components['schemas']['Evidence'];
    };
    /** `from` was seen leaning on `to`; who reads a topic leans on it, too */
    ObservedDependency: {
      from: string;
      to: string;
      modes: ('sync' | 'async')[];
      /** Within the last hour; left out where only samples were seen */
      calls?: number;
      lastSeen: components['schemas']['IsoTime'];
    };
    ObservedDependencies: {
      items: components['schemas']['ObservedDependency'][];
      nextCursor?: string;
      evidence: components['schemas']['Evidence'];
    };
    AffectedParty: {
      party: components['schemas']['CallParty'];
      hops: number;
      share: number;
      via: string[];
    };
    BlastRadius: {
      party: components['schemas']['CallParty'];
      window: components['schemas']['CallsWindow'];
      affected: components['schemas']['AffectedParty'][];
      delayed: components['schemas']['CallParty'][];
      leftOut: number;
      assumptions: string[];
      evidence: components['schemas']['Evidence'];
    };
    Suspect: {
      party: components['schemas']['CallParty'];
      hops: number;
      via: string[];
      explains: number;
      figures: components['schemas']['CallFigures'];
      before: components['schemas']['CallFigures'];
      why: string;
    };
    Suspects: {
      party: components['schemas']['CallParty'];
      window: components['schemas']['CallsWindow'];
      compared: components['schemas']['CallsWindow'];
      own: {
        figures: components['schemas']['CallFigures'];
        before: components['schemas']['CallFigures'];
      };
      suspects: components['schemas']['Suspect'][];
      evidence: components['schemas']['Evidence'];
    };
    /** A trace to look at in the reader’s own tool */
    TraceSample: {
      traceId: string;
      url?: string;
    };
    ServiceOperation: {
      operation: string;
      protocol: 'http' | 'grpc' | 'messaging' | 'database' | 'other';
      mode: 'sync' | 'async';
      figures: components['schemas']['CallFigures'];
      callers: number;
      slowest?: components['schemas']['TraceSample'];
      failed?: components['schemas']['TraceSample'];
    };
    CallLink: {
      party: components['schemas']['CallParty'];
      figures: components['schemas']['CallFigures'];
      modes: ('sync' | 'async')[];
      protocols: ('http' | 'grpc' | 'messaging' | 'database' | 'other')[];
      evidence: (
        | 'paired'
        | 'parent-child'
        | 'link'
        | 'destination'
        | 'client-only'
        | 'server-only'
        | 'entry'
        | 'metric'
        | 'dependency-api'
      )[];
      retries: number;
      callerView?: components['schemas']['CallFigures'];
      verdict?:
        | 'agreed'
        | 'undeclared'
        | 'unused'
        | 'uncontracted'
        | 'cannot-tell';
      operations: {
        operation: string;
        figures: components['schemas']['CallFigures'];
      }[];
      firstSeen: components['schemas']['IsoTime'];
      lastSeen: components['schemas']['IsoTime'];
    };
    CallsPoint: {
      at: components['schemas']['IsoTime'];
      /** Milliseconds */
      width: number;
      calls: number;
      errors: number;
      p95?: number;
    };
    ChattyCall: {
      caller: string;
      operation: string;
      callee: components['schemas']['CallParty'];
      calleeOperation: string;
      times: number;
      most: number;
    };
    ServiceCallFacts: {
      traced: boolean;
      tracedSince?: components['schemas']['IsoTime'];
      operations?: number;
      syncFanIn?: number;
      syncFanOut?: number;
      cycle?: string[];
      longestChain?: {
        parties: components['schemas']['CallParty'][];
        hops: number;
        availability: number;
        p95?: number;
      };
      sharedStores?: {
        store: components['schemas']['CallParty'];
        with: components['schemas']['CallParty'][];
      }[];
      chatty?: components['schemas']['ChattyCall'][];
      retries?: number;
      tierInversions?: components['schemas']['CallParty'][];
    };
    ServiceCalls: {
      party: components['schemas']['CallParty'];
      window: components['schemas']['CallsWindow'];
      /** All calls that came in, as one; left out when none did */
      incoming?: components['schemas']['CallFigures'];
      operations: components['schemas']['ServiceOperation'][];
      callers: components['schemas']['CallLink'][];
      callees: components['schemas']['CallLink'][];
      timeline: components['schemas']['CallsPoint'][];
      facts: components['schemas']['ServiceCallFacts'];
      leftOut: {
        operations: number;
        callers: number;
        callees: number;
      };
      evidence: components['schemas']['Evidence'];
    };
    DriftRow: {
      target: components['schemas']['CallParty'];
      verdict:
        | 'agreed'
        | 'undeclared'
        | 'unused'
        | 'uncontracted'
        | 'cannot-tell';
      why: string;
      declared: {
        relation: 'dependsOn' | 'consumesApi';
        ref: string;
      }[];
      seen?: {
        figures: components['schemas']['CallFigures'];
        modes: ('sync' | 'async')[];
        lastSeen: components['schemas']['IsoTime'];
      };
      contract?: 'verified' | 'failed' | 'never' | 'none';
    };
    PatchLine: {
      field: 'dependsOn' | 'consumesApis';
      ref: string;
    };
    KnownLayer:
      | {
          state: 'known';
          /** @constant */
          value: true;
          evidence: components['schemas']['Evidence'];
        }
      | components['schemas']['Unknown'];
    DependencyDrift: {
      rows: components['schemas']['DriftRow'][];
      counts: {
        agreed: number;
        undeclared: number;
        unused: number;
        uncontracted: number;
        'cannot-tell': number;
      };
      layers: {
        declared: components['schemas']['KnownLayer'];
        seen: components['schemas']['KnownLayer'];
        contracted: components['schemas']['KnownLayer'];
        deployed: components['schemas']['KnownLayer'];
      };
      /** What to change in the catalog */
      patch?: {
        add: components['schemas']['PatchLine'][];
        remove: components['schemas']['PatchLine'][];
        yaml: string;
        file?: string;
      };
    };
    /** A root operation */
    JourneySummary: {
      id: string;
      party: components['schemas']['CallParty'];
      operation: string;
      protocol: 'http' | 'grpc' | 'messaging' | 'database' | 'other';
      topic?: components['schemas']['CallParty'];
      figures: components['schemas']['CallFigures'];
      hops: number;
      services: number;
      depth: number;
      lastSeen: components['schemas']['IsoTime'];
    };
    JourneysPage: {
      window: components['schemas']['CallsWindow'];
      items: components['schemas']['JourneySummary'][];
      total: number;
      evidence: components['schemas']['Evidence'];
    };
    /** One call on the way */
    JourneyHop: {
      id: string;
      parent?: string;
      depth: number;
      callee: components['schemas']['CallParty'];
      operation: string;
      protocol: 'http' | 'grpc' | 'messaging' | 'database' | 'other';
      mode: 'sync' | 'async';
      share: number;
      times: number;
      figures: components['schemas']['CallFigures'];
      critical: number;
      /** Milliseconds */
      budget: number;
      acrossTopic?: boolean;
      sample?: components['schemas']['TraceSample'];
    };
    /** What a chain can promise at best */
    AvailabilityCeiling: {
      ceiling: number;
      dependencies: {
        party: components['schemas']['CallParty'];
        availability: number;
        calls: number;
      }[];
      unknown: components['schemas']['CallParty'][];
      assumptions: string[];
    };
    /** What happens when a root operation is called */
    Journey: {
      id: string;
      party: components['schemas']['CallParty'];
      operation: string;
      protocol: 'http' | 'grpc' | 'messaging' | 'database' | 'other';
      topic?: components['schemas']['CallParty'];
      figures: components['schemas']['CallFigures'];
      hops: number;
      services: number;
      depth: number;
      lastSeen: components['schemas']['IsoTime'];
      window: components['schemas']['CallsWindow'];
      tree: components['schemas']['JourneyHop'][];
      leftOut: number;
      failurePoints: {
        hop: string;
        errors: number;
        share: number;
      }[];
      availability: components['schemas']['AvailabilityCeiling'];
      evidence: components['schemas']['Evidence'];
    };
    /**
     * Worst first
     */
    ObjectiveState: 'page' | 'ticket' | 'exhausted' | 'unknown' | 'met';
    IndicatorKind: 'availability' | 'latency' | 'other';
    ObjectiveOriginKind:
      | 'openslo'
      | 'pushed'
      | 'sloth'
      | 'pyrra'
      | 'tier'
      | 'calls';
    AlertSeverity: 'page' | 'ticket';
    RollingWindow: {
      kind: 'rolling';
      /** Milliseconds */
      duration: number;
    };
    CalendarWindow: {
      kind: 'calendar';
      unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
      every: number;
      /** A boundary, local to the zone: `2026-01-01 00:00:00` */
      start: string;
      timeZone: string;
    };
    ObjectiveWindow:
      | components['schemas']['RollingWindow']
      | components['schemas']['CalendarWindow'];
    OccurrencesBudgeting: {
      method: 'occurrences';
    };
    TimeslicesBudgeting: {
      method: 'timeslices';
      /** Milliseconds */
      slice: number;
      good: number;
    };
    RatioTimeslicesBudgeting: {
      method: 'ratio-timeslices';
      /** Milliseconds */
      slice: number;
    };
    Budgeting:
      | components['schemas']['OccurrencesBudgeting']
      | components['schemas']['TimeslicesBudgeting']
      | components['schemas']['RatioTimeslicesBudgeting'];
    ObjectiveIndicator: {
      kind: components['schemas']['IndicatorKind'];
      /** Of a latency, milliseconds that a good answer does not exceed */
      threshold?: number;
      words: string;
      queries?: {
        label: string;
        query: string;
      }[];
    };
    ObjectiveOrigin: {
      kind: components['schemas']['ObjectiveOriginKind'];
      where: string;
      line?: number;
      url?: string;
    };
    Objective: {
      id: string;
      service: string;
      /** Unique within the service */
      name: string;
      title: string;
      description?: string;
      indicator: components['schemas']['ObjectiveIndicator'];
      /** Share of good ones, above 0 and below 1 */
      target: number;
      window: components['schemas']['ObjectiveWindow'];
      budgeting: components['schemas']['Budgeting'];
      origin: components['schemas']['ObjectiveOrigin'];
      measuredBy: string;
      /** The newest version cannot be read; this one stays in force */
      outdated?: {
        problem: string;
        since: components['schemas']['IsoTime'];
      };
    };
    BurnRate: {
      rate: number;
    };
    NoBurnRate: {
      unknown: components['schemas']['Unknown'];
    };
    BurnReading:
      | components['schemas']['BurnRate']
      | components['schemas']['NoBurnRate'];
    WindowBurn: {
      /** Milliseconds */
      window: number;
      burn: components['schemas']['BurnReading'];
    };
    BurnPair: {
      severity: components['schemas']['AlertSeverity'];
      long: components['schemas']['WindowBurn'];
      short: components['schemas']['WindowBurn'];
      threshold: number;
      budgetShare: number;
      firing: boolean;
    };
    /** What was counted in the whole window */
    BudgetReading: {
      total?: number;
      bad?: number;
      attainment: number;
      /** Of the budget; 1 untouched, 0 spent, below 0 overdrawn */
      remaining: number;
      badLeft?: number;
      from: components['schemas']['IsoTime'];
      to: components['schemas']['IsoTime'];
      resetsAt?: components['schemas']['IsoTime'];
      /** Milliseconds, where less is kept than the window is long */
      coversOnly?: number;
    };
    ObjectiveAlert: {
      severity: components['schemas']['AlertSeverity'];
      since: components['schemas']['IsoTime'];
    };
    BudgetForecast: {
      burn: number;
      exhaustedAt?: components['schemas']['IsoTime'];
    };
    ObjectiveStatus: {
      objective: components['schemas']['Objective'];
      state: components['schemas']['ObjectiveState'];
      words: string;
      since: components['schemas']['IsoTime'];
      unknown?: components['schemas']['Unknown'];
      stale: boolean;
      budget?: components['schemas']['BudgetReading'];
      burns: components['schemas']['BurnPair'][];
      alert?: components['schemas']['ObjectiveAlert'];
      forecast?: components['schemas']['BudgetForecast'];
      evidence?: components['schemas']['Evidence'];
    };
    ObjectiveRow: {
      service: {
        ref: string;
        name: string;
        owner?: components['schemas']['Owner'];
        tier?: components['schemas']['Tier'];
      };
      objective: components['schemas']['Objective'];
      state: components['schemas']['ObjectiveState'];
      words: string;
      since: components['schemas']['IsoTime'];
      unknown?: components['schemas']['Unknown'];
      stale: boolean;
      budget?: components['schemas']['BudgetReading'];
      /** Empty where nothing is known in any window */
      burns: components['schemas']['BurnPair'][];
      alert?: components['schemas']['ObjectiveAlert'];
      forecast?: components['schemas']['BudgetForecast'];
      evidence?: components['schemas']['Evidence'];
    };
    ObjectivesPage: {
      items: components['schemas']['ObjectiveRow'][];
      /** How many the filter lets through */
      total: number;
      /** How many you may see */
      of: number;
      /** Of those that pass every filter but the one on states */
      states: {
        page: number;
        ticket: number;
        exhausted: number;
        unknown: number;
        met: number;
      };
      nextCursor?: string;
      /** Documents that cannot be read */
      problems: number;
    };
    ObjectiveProblem: {
      where: string;
      line?: number;
      path?: string;
      words: string;
      service?: string;
      earlierInForce: boolean;
      since: components['schemas']['IsoTime'];
    };
    NeededDependency: {
      party: components['schemas']['CallParty'];
      depth: number;
      promised?: number;
      given?: number;
      counted?: number;
      from: 'objective' | 'attainment' | 'calls' | 'unknown';
      unknown?: components['schemas']['Unknown'];
      costs?: number;
      keepsExtraNine?: boolean;
    };
    Feasibility: {
      objective: string;
      target: number;
      ceiling?: number;
      verdict: 'feasible' | 'tight' | 'infeasible' | 'unknown';
      unknown?: components['schemas']['Unknown'];
      neededOfEach?: number;
      dependencies: components['schemas']['NeededDependency'][];
      assumptions: string[];
      evidence?: components['schemas']['Evidence'];
    };
    ServiceObjectives: {
      service: string;
      objectives: components['schemas']['ObjectiveStatus'][];
      problems: components['schemas']['ObjectiveProblem'][];
      feasibility: components['schemas']['Feasibility'][];
      advice?: string;
    };
    ObjectivePoint: {
      at: components['schemas']['IsoTime'];
      remaining?: number;
      total?: number;
      bad?: number;
      burn?: number;
    };
    TimelineMark: {
      at: components['schemas']['IsoTime'];
      kind: 'deploy' | 'contract' | 'objective' | 'state';
      words: string;
      evidence: components['schemas']['Evidence'];
    };
    ObjectiveHistory: {
      objective: string;
      resolution: 'hour' | 'day';
      points: components['schemas']['ObjectivePoint'][];
      marks: components['schemas']['TimelineMark'][];
      target: number;
      evidence?: components['schemas']['Evidence'];
    };
    /** What docs/slos.md says under "pushed": title, target, window, indicator and how it is measured. What is wrong with it is answered key by key. */
    PushedObjective: {
      [key: string]: unknown;
    };
    VerificationState: 'success' | 'failed' | 'pending' | 'stale' | 'never';
    ContractPairState:
      | 'success'
      | 'failed'
      | 'pending'
      | 'stale'
      | 'never'
      | 'unknown';
    ContractAnswer: 'yes' | 'no' | 'unknown';
    Pacticipant: {
      broker: string;
      name: string;
      service?: {
        ref: string;
        name: string;
      };
    };
    ContractEnvironment: {
      broker: string;
      name: string;
      displayName: string;
      production: boolean;
    };
    VerdictReason: {
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
    ContractVerdict: {
      pacticipant: components['schemas']['Pacticipant'];
      version: string;
      environment: string;
      answer: components['schemas']['ContractAnswer'];
      reasons: components['schemas']['VerdictReason'][];
      brokerSays?: components['schemas']['ContractAnswer'];
      evidence?: components['schemas']['Evidence'];
    };
    ContractGapKind: 'traffic-without-contract' | 'contract-without-traffic';
    ContractMatrix: {
      environment?: components['schemas']['ContractEnvironment'];
      environments: components['schemas']['ContractEnvironment'][];
      pairs: {
        consumer: components['schemas']['Pacticipant'];
        provider: components['schemas']['Pacticipant'];
        state: components['schemas']['ContractPairState'];
        consumerVersions: string[];
        providerVersions: string[];
        gap?: components['schemas']['ContractGapKind'];
        verifiedAt?: components['schemas']['IsoTime'];
      }[];
      leftOut: number;
      silence?: components['schemas']['Unknown'];
      counts: {
        success: number;
        failed: number;
        pending: number;
        stale: number;
        never: number;
        unknown: number;
      };
      evidence?: components['schemas']['Evidence'];
    };
    PacticipantVersion: {
      number: string;
      branches: string[];
      createdAt?: components['schemas']['IsoTime'];
    };
    ContractVerification: {
      state: components['schemas']['VerificationState'];
      providerVersion?: components['schemas']['PacticipantVersion'];
      verifiedAt?: components['schemas']['IsoTime'];
    };
    DeployedVersion: {
      environment: string;
      pacticipant: string;
      version: components['schemas']['PacticipantVersion'];
      instance?: string;
      how: 'deployed' | 'released';
      since?: components['schemas']['IsoTime'];
    };
    Contract: {
      consumer: components['schemas']['Pacticipant'];
      provider: components['schemas']['Pacticipant'];
      consumerVersion: components['schemas']['PacticipantVersion'];
      contentId?: string;
      kind?: 'http' | 'rpc' | 'message' | 'mixed';
      publishedAt?: components['schemas']['IsoTime'];
      verification: components['schemas']['ContractVerification'];
      environments: string[];
    };
    ContractGap: {
      kind: components['schemas']['ContractGapKind'];
      consumer: components['schemas']['ContractGapEnd'];
      provider: components['schemas']['ContractGapEnd'];
      words: string;
      operations?: {
        operation: string;
        calls: number;
      }[];
    };
    ContractGapEnd: {
      ref?: string;
      name: string;
    };
    ContractedApi: {
      ref: string;
      name: string;
      type: string;
      providedBy: string[];
      consumedBy: string[];
      pacts: number;
    };
    ContractChange: {
      at: components['schemas']['IsoTime'];
      kind: 'published' | 'verified' | 'failed' | 'broken' | 'mended' | 'gone';
      consumer: components['schemas']['Pacticipant'];
      provider: components['schemas']['Pacticipant'];
      words: string;
    };
    ServiceContracts: {
      service: string;
      providers: components['schemas']['Contract'][];
      consumers: components['schemas']['Contract'][];
      deployed: components['schemas']['DeployedVersion'][];
      environments: components['schemas']['ContractEnvironment'][];
      gaps: components['schemas']['ContractGap'][];
      apis: components['schemas']['ContractedApi'][];
      changes: components['schemas']['ContractChange'][];
      counts: {
        success: number;
        failed: number;
        pending: number;
        stale: number;
        never: number;
      };
      evidence?: components['schemas']['Evidence'];
    };
    WorkloadKey: {
      cluster: string;
      namespace: string;
      kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Rollout' | 'CronJob';
      name: string;
    };
    /**
     * As `kubectl rollout status` would say. `stuck`: its deadline has passed; `degraded`: it is out, and not all of it is available
     */
    RolloutState:
      | 'stuck'
      | 'degraded'
      | 'progressing'
      | 'paused'
      | 'unknown'
      | 'complete';
    Workload: {
      key: components['schemas']['WorkloadKey'];
      service?: components['schemas']['NamedRef'];
      rollout: {
        state: components['schemas']['RolloutState'];
        words: string;
        since?: components['schemas']['IsoTime'];
      };
      replicas: {
        desired: number;
        updated: number;
        ready: number;
        available: number;
      };
      images: components['schemas']['ContainerImage'][];
      version?: string;
      troubles: components['schemas']['TroubledPods'][];
      restarts: {
        lastHour: number;
        total: number;
        lastAt?: components['schemas']['IsoTime'];
      };
      autoscaler?: {
        min: number;
        max: number;
        current: number;
        atMaximum: boolean;
        since?: components['schemas']['IsoTime'];
        words: string;
      };
      /** What good practice would have and this workload has not */
      lacks: (
        | 'no-readiness-probe'
        | 'no-liveness-probe'
        | 'no-requests'
        | 'no-limits'
        | 'no-disruption-budget'
        | 'one-replica'
        | 'floating-image'
      )[];
      /** What happened lately, newest first */
      warnings: {
        words: string;
        count: number;
        lastAt: components['schemas']['IsoTime'];
      }[];
      /** How it gets there, as Argo CD, Argo Rollouts or Flagger say */
      delivery?: {
        tool: string;
        name: string;
        state: string;
        words: string;
      };
      evidence: components['schemas']['Evidence'];
    };
    ContainerImage: {
      container: string;
      image: string;
      version?: string;
      digests: string[];
    };
    TroubledPods: {
      trouble:
        | 'image-pull'
        | 'crash-loop'
        | 'out-of-memory'
        | 'unschedulable'
        | 'failed-mount'
        | 'init-failing'
        | 'config-error'
        | 'not-ready'
        | 'evicted'
        | 'failed';
      words: string;
      /** At most ten of them */
      pods: string[];
      count: number;
      container?: string;
      since?: components['schemas']['IsoTime'];
      restarts?: number;
    };
    /** A pod template changed and was rolled out; a rollback is one, too */
    Deploy: {
      id: string;
      workload: components['schemas']['WorkloadKey'];
      /** Left out while nobody knows whose it is */
      service?: string;
      kind: 'deploy' | 'rollback';
      at: components['schemas']['IsoTime'];
      /** Left out while it goes on, or when it never ended */
      completedAt?: components['schemas']['IsoTime'];
      fromVersion?: string;
      toVersion?: string;
      images: string[];
      words: string;
      evidence: components['schemas']['Evidence'];
    };
    DeploysPage: {
      items: components['schemas']['Deploy'][];
      nextCursor?: string;
    };
    /** A workload that runs in different versions */
    VersionSkew: {
      versions: {
        version: string;
        clusters: string[];
        since?: components['schemas']['IsoTime'];
      }[];
      words: string;
    };
    /** Services that are deployed together nearly every time */
    LockStep: {
      services: string[];
      together: number;
      of: number;
      /** Milliseconds between deploys that count as one */
      within: number;
      words: string;
    };
    ServiceWorkloads: {
      service: string;
      workloads: components['schemas']['Workload'][];
      /** Why there is none */
      unknown?: components['schemas']['Unknown'];
      skew?: components['schemas']['VersionSkew'];
      /** The newest ones; older ones are under `/v1/deploys` */
      deploys: components['schemas']['Deploy'][];
      lockStep: components['schemas']['LockStep'][];
      /** What could not be seen; the service might run there, too */
      gaps: {
        cluster: string;
        words: string;
        since?: components['schemas']['IsoTime'];
      }[];
    };
    /** How a service runs, by the worst of its workloads */
    HealthSummary: {
      state: components['schemas']['RolloutState'];
      words: string;
      /** How many workloads it has, over all clusters */
      workloads: number;
      evidence: components['schemas']['Evidence'];
    };
    LastDeploy: {
      at: components['schemas']['IsoTime'];
      kind: 'deploy' | 'rollback';
      version?: string;
    };
    /**
     * `gap`: nobody is on call just now, `nobody`: there is nobody who ever is
     */
    OnCallState: 'gap' | 'nobody' | 'unknown' | 'covered';
    OnCallContact: {
      kind: 'email' | 'chat' | 'phone' | 'link';
      label: string;
      href: string;
    };
    OnCallPerson: {
      /** Of a user, or the address of somebody whom the catalog does not know */
      ref: string;
      name: string;
      /** IANA */
      timeZone?: string;
      contacts: components['schemas']['OnCallContact'][];
    };
    OnCallResponder: {
      ref: string;
      name: string;
      timeZone?: string;
      contacts: components['schemas']['OnCallContact'][];
      from?: components['schemas']['IsoTime'];
      until?: components['schemas']['IsoTime'];
      /** For once, instead of somebody else */
      override?: {
        id: string;
        reason?: string;
        madeBy?: string;
      };
    };
    OnCallGap: {
      level: number;
      from?: components['schemas']['IsoTime'];
      until?: components['schemas']['IsoTime'];
      reason: 'no-shift' | 'nobody-in-it' | 'unknown-user' | 'not-begun';
      words: string;
    };
    OnCallLevel: {
      /** 1 is asked first */
      level: number;
      /** Empty where there is a gap */
      responders: components['schemas']['OnCallResponder'][];
      /** How many more are on call at once */
      beyond?: number;
      gap?: components['schemas']['OnCallGap'];
    };
    OnCallShift: {
      level: number;
      person: {
        ref: string;
        name: string;
        timeZone?: string;
      };
      from: components['schemas']['IsoTime'];
      to: components['schemas']['IsoTime'];
      /** Id of the override it comes from */
      override?: string;
    };
    /** `owners`: nobody keeps who is on call, and people of the owning group are shown as owners */
    OnCallOrigin: {
      kind: 'rotation' | 'ical' | 'pagerduty' | 'owners' | 'other';
      where: string;
      url?: string;
    };
    OnCallNow: {
      team: components['schemas']['NamedRef'];
      service?: string;
      at: components['schemas']['IsoTime'];
      state: components['schemas']['OnCallState'];
      /** What is to be read first */
      headline: string;
      unknown?: components['schemas']['Unknown'];
      levels: components['schemas']['OnCallLevel'][];
      /** The first shift of the first level that begins later */
      next?: components['schemas']['OnCallShift'];
      /** Of the first level, in the coming 14 days */
      gaps: components['schemas']['OnCallGap'][];
      gapsUntil: components['schemas']['IsoTime'];
      gapsLeftOut?: number;
      /** Where nobody is on call; they are owners, not responders */
      owners: components['schemas']['OnCallPerson'][];
      origin: components['schemas']['OnCallOrigin'];
      warnings: string[];
      evidence?: components['schemas']['Evidence'];
    };
    OnCallList: {
      at: components['schemas']['IsoTime'];
      items: components['schemas']['OnCallNow'][];
      /** Rotations that cannot be read, or are passed over */
      problems: {
        place: string;
        words: string;
      }[];
    };
    OnCallHistory: {
      team: components['schemas']['NamedRef'];
      from: components['schemas']['IsoTime'];
      to: components['schemas']['IsoTime'];
      shifts: components['schemas']['OnCallShift'][];
      gaps: components['schemas']['OnCallGap'][];
      /** Shifts and gaps that are not in the lists */
      leftOut?: number;
      unknown?: components['schemas']['Unknown'];
      origin: components['schemas']['OnCallOrigin'];
      evidence?: components['schemas']['Evidence'];
    };
    /** Who is on call and until when, or the gap */
    OnCallSummary: {
      state: components['schemas']['OnCallState'];
      words: string;
      team: components['schemas']['NamedRef'];
      who: components['schemas']['NamedRef'][];
      until?: components['schemas']['IsoTime'];
      origin: 'rotation' | 'ical' | 'pagerduty' | 'owners' | 'other';
      unknown?: components['schemas']['Unknown'];
      evidence?: components['schemas']['Evidence'];
    };
    OnCallOverrideWanted: {
      /** `ana.markovic` or `user:default/ana.markovic` */
      user: string;
      /** 1 when left out */
      level?: number;
      /**
       * Format: date-time
       * From now on when left out, or earlier than now
       */
      from?: string;
      /**
       * Format: date-time
       * At most 92 days later
       */
      to: string;
      reason?: string;
    };
    OnCallOverride: {
      id: string;
      level: number;
      user: string;
      from: components['schemas']['IsoTime'];
      to: components['schemas']['IsoTime'];
      madeAt?: components['schemas']['IsoTime'];
      madeBy?: string;
      reason?: string;
    };
    DeployAnswer: 'yes' | 'no' | 'unknown';
    DeployReason: {
      about: 'freeze' | 'contracts' | 'budget' | 'rollout' | 'dependencies';
      answer: components['schemas']['DeployAnswer'];
      /** false: it is told and decides nothing, because nobody has set up what would know, or because it is not about this service */
      weighs: boolean;
      unknown?:
        | 'no-data'
        | 'not-configured'
        | 'source-unavailable'
        | 'too-few-events'
        | 'not-permitted';
      words: string;
      url?: string;
      evidence?: components['schemas']['Evidence'];
    };
    SafeToDeploy: {
      service: string;
      version?: string;
      /**
       * Who named the version
       */
      versionFrom?: 'asked' | 'contracts';
      environment: string;
      answer: components['schemas']['DeployAnswer'];
      words: string;
      reasons: components['schemas']['DeployReason'][];
      askedAt: components['schemas']['IsoTime'];
    };
    LookupReason: {
      kind: string;
      value: string;
      how: 'exact' | 'start' | 'word' | 'typo';
      words: string;
    };
    LookupMatch: {
      service: string;
      name: string;
      title: string;
      owner?: {
        ref: string;
        name: string;
      };
      tier?: components['schemas']['Tier'];
      system?: {
        ref: string;
        name: string;
      };
      runbook?: string;
      links: components['schemas']['ServiceLink'][];
      why: components['schemas']['LookupReason'];
      also: components['schemas']['LookupReason'][];
      score: number;
    };
    LookupParty: {
      ref: string;
      kind: 'person' | 'team';
      name: string;
      why: components['schemas']['LookupReason'];
      score: number;
      services: number;
    };
    LookupSnapshot: {
      at?: components['schemas']['IsoTime'];
      state: 'live' | 'stale' | 'empty';
      words: string;
      services: number;
      clues: number;
      /** Clues left out because a cap was reached */
      lost: number;
    };
    LookupAnswer: {
      q: string;
      form: 'words' | 'url' | 'labels' | 'image' | 'pod' | 'trace';
      /** How it was read, where it was more than words */
      read?: string;
      matches: components['schemas']['LookupMatch'][];
      leftOut: number;
      parties: components['schemas']['LookupParty'][];
      snapshot: components['schemas']['LookupSnapshot'];
    };
    BriefNamed: {
      ref: string;
      name: string;
    };
    BriefResponder: {
      team: components['schemas']['BriefNamed'];
      state: 'gap' | 'nobody' | 'unknown' | 'covered';
      headline: string;
    };
    BriefObjective: {
      id: string;
      title: string;
      state: 'page' | 'ticket' | 'exhausted' | 'unknown' | 'met';
      words: string;
      since: components['schemas']['IsoTime'];
    };
    BriefChange: {
      at: components['schemas']['IsoTime'];
      kind: 'deploy' | 'contract' | 'objective';
      words: string;
      service?: components['schemas']['BriefNamed'];
    };
    BriefSuspect: {
      party: components['schemas']['CallParty'];
      explains: number;
      words: string;
    };
    BriefAffected: {
      party: components['schemas']['CallParty'];
      share: number;
      hops: number;
      onCall?: components['schemas']['BriefResponder'];
    };
    IncidentBrief: {
      service: {
        ref: string;
        name: string;
        title: string;
        tier?: components['schemas']['Tier'];
        owner?: components['schemas']['BriefNamed'];
        runbook?: string;
        links: components['schemas']['ServiceLink'][];
      };
      at: components['schemas']['IsoTime'];
      since: components['schemas']['IsoTime'];
      onCall:
        | {
            state: 'known';
            value: components['schemas']['BriefResponder'];
            evidence: components['schemas']['Evidence'];
          }
        | components['schemas']['Unknown'];
      burning:
        | {
            state: 'known';
            value: components['schemas']['BriefObjective'][];
            evidence: components['schemas']['Evidence'];
          }
        | components['schemas']['Unknown'];
      changes:
        | {
            state: 'known';
            value: components['schemas']['BriefChange'][];
            evidence: components['schemas']['Evidence'];
          }
        | components['schemas']['Unknown'];
      suspects:
        | {
            state: 'known';
            value: components['schemas']['BriefSuspect'][];
            evidence: components['schemas']['Evidence'];
          }
        | components['schemas']['Unknown'];
      hit:
        | {
            state: 'known';
            value: {
              affected: components['schemas']['BriefAffected'][];
              leftOut: number;
            };
            evidence: components['schemas']['Evidence'];
          }
        | components['schemas']['Unknown'];
      text: string;
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
    /** `slo`, `drift` and `contracts` begin with what is most urgent: what burns, then what has least of its budget left; the most drift; the most pacts that failed. `health` begins with what is stuck, `lastDeploy` with what was deployed last, `onCall` with gaps. What is unknown comes last. */
    sort:
      | 'name'
      | 'owner'
      | 'system'
      | 'tier'
      | 'lifecycle'
      | 'updated'
      | 'slo'
      | 'drift'
      | 'contracts'
      | 'health'
      | 'lastDeploy'
      | 'onCall';
    order: 'asc' | 'desc';
    /** Only services of which an objective burns so fast that somebody must be woken, or must look tomorrow */
    burning: ('page' | 'ticket')[];
    /** Only services of which one of these cannot be told: how their objectives stand, whether their declared dependencies are those that are seen, how their pacts stand, how far their rollouts are, or who is on call */
    unknown: ('slo' | 'drift' | 'contracts' | 'health' | 'onCall')[];
    /** Whether declared and seen dependencies differ */
    drift: ('drifts' | 'agrees')[];
    /** How the worst of their pacts stands */
    contracts: ('failed' | 'unverified' | 'verified')[];
    /** How the worst of their workloads runs */
    health: components['schemas']['RolloutState'][];
    /** Whether somebody is on call for them */
    onCall: components['schemas']['OnCallState'][];
    namespace: string;
    name: string;
    /** Length of the window */
    callsMinutes: number;
    /** End of the window; now when left out */
    callsUntil: string;
    /** Only what traces saw in this environment; all when left out */
    callsEnvironment: string;
    /** Only of those that this one measures: `prometheus:main` */
    objectivesMeasuredBy: string;
    /** Entity refs of services */
    objectiveService: string[];
    objectiveState: components['schemas']['ObjectiveState'][];
    indicator: components['schemas']['IndicatorKind'][];
    origin: components['schemas']['ObjectiveOriginKind'][];
    /** Every word must occur in title, name, service or owner */
    objectiveWords: string;
    /** `exhaustion`: what burns first, then by the time at which the budget is spent; what is unknown comes last */
    objectiveSort:
      | 'exhaustion'
      | 'state'
      | 'service'
      | 'owner'
      | 'title'
      | 'budget'
      | 'burn'
      | 'attainment'
      | 'indicator'
      | 'origin'
      | 'measured';
    /** The name of the objective within its service */
    objective: string;
    /** Namespace of the group */
    teamNamespace: string;
    /** Name of the group */
    team: string;
    /** Another moment than now */
    at: string;
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
        /** Only services of which an objective burns so fast that somebody must be woken, or must look tomorrow */
        burning?: components['parameters']['burning'];
        /** Only services of which one of these cannot be told: how their objectives stand, whether their declared dependencies are those that are seen, how their pacts stand, how far their rollouts are, or who is on call */
        unknown?: components['parameters']['unknown'];
        /** Whether declared and seen dependencies differ */
        drift?: components['parameters']['drift'];
        /** How the worst of their pacts stands */
        contracts?: components['parameters']['contracts'];
        /** How the worst of their workloads runs */
        health?: components['parameters']['health'];
        /** Whether somebody is on call for them */
        onCall?: components['parameters']['onCall'];
        /** Every word must occur in name, title, owner, system, alias or clue */
        q?: components['parameters']['q'];
        /** `slo`, `drift` and `contracts` begin with what is most urgent: what burns, then what has least of its budget left; the most drift; the most pacts that failed. `health` begins with what is stuck, `lastDeploy` with what was deployed last, `onCall` with gaps. What is unknown comes last. */
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
          | 'slo'
          | 'drift'
          | 'contracts'
          | 'health'
          | 'lastDeploy'
          | 'onCall'
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
        /** Only services of which an objective burns so fast that somebody must be woken, or must look tomorrow */
        burning?: components['parameters']['burning'];
        /** Only services of which one of these cannot be told: how their objectives stand, whether their declared dependencies are those that are seen, how their pacts stand, how far their rollouts are, or who is on call */
        unknown?: components['parameters']['unknown'];
        /** Whether declared and seen dependencies differ */
        drift?: components['parameters']['drift'];
        /** How the worst of their pacts stands */
        contracts?: components['parameters']['contracts'];
        /** How the worst of their workloads runs */
        health?: components['parameters']['health'];
        /** Whether somebody is on call for them */
        onCall?: components['parameters']['onCall'];
        /** Every word must occur in name, title, owner, system, alias or clue */
        q?: components['parameters']['q'];
        /** `slo`, `drift` and `contracts` begin with what is most urgent: what burns, then what has least of its budget left; the most drift; the most pacts that failed. `health` begins with what is stuck, `lastDeploy` with what was deployed last, `onCall` with gaps. What is unknown comes last. */
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
        /** Only services of which an objective burns so fast that somebody must be woken, or must look tomorrow */
        burning?: components['parameters']['burning'];
        /** Only services of which one of these cannot be told: how their objectives stand, whether their declared dependencies are those that are seen, how their pacts stand, how far their rollouts are, or who is on call */
        unknown?: components['parameters']['unknown'];
        /** Whether declared and seen dependencies differ */
        drift?: components['parameters']['drift'];
        /** How the worst of their pacts stands */
        contracts?: components['parameters']['contracts'];
        /** How the worst of their workloads runs */
        health?: components['parameters']['health'];
        /** Whether somebody is on call for them */
        onCall?: components['parameters']['onCall'];
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
  getCallMap: {
    parameters: {
      query?: {
        /** What is put together into one node */
        groupBy?: 'system' | 'owner' | 'none';
        /** Groups that are shown member by member */
        open?: string[];
        /** A party; only what is within `hops` of it is shown, ungrouped */
        focus?: string;
        hops?: number;
        /** Which way from the focus */
        direction?: 'both' | 'callers' | 'callees';
        /** Only what traces saw in this environment; all when left out */
        environment?: components['parameters']['callsEnvironment'];
        /** Length of the window */
        minutes?: components['parameters']['callsMinutes'];
        /** End of the window; now when left out */
        until?: components['parameters']['callsUntil'];
        /** End of a second window of the same length, to compare with */
        compareUntil?: string;
        /** Edges at most; those with most calls stay */
        edges?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Who calls whom, as much of it as can be read */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallMap'];
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
  getObservedDependencies: {
    parameters: {
      query?: {
        /** `nextCursor` of the page before */
        cursor?: components['parameters']['cursor'];
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page, by `from` and `to` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObservedDependencies'];
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
  getBlastRadius: {
    parameters: {
      query?: {
        /** Only what traces saw in this environment; all when left out */
        environment?: components['parameters']['callsEnvironment'];
        /** Length of the window */
        minutes?: components['parameters']['callsMinutes'];
        /** End of the window; now when left out */
        until?: components['parameters']['callsUntil'];
      };
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Who fails if this service fails */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BlastRadius'];
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
  getSuspects: {
    parameters: {
      query?: {
        /** Only what traces saw in this environment; all when left out */
        environment?: components['parameters']['callsEnvironment'];
        /** Length of the window */
        minutes?: components['parameters']['callsMinutes'];
        /** End of the window; now when left out */
        until?: components['parameters']['callsUntil'];
      };
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Which dependency explains the errors of this service */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Suspects'];
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
  getServiceCalls: {
    parameters: {
      query?: {
        /** Only what traces saw in this environment; all when left out */
        environment?: components['parameters']['callsEnvironment'];
        /** Length of the window */
        minutes?: components['parameters']['callsMinutes'];
        /** End of the window; now when left out */
        until?: components['parameters']['callsUntil'];
      };
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** All that was seen of the calls of one service */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceCalls'];
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
  getDependencyDrift: {
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
      /** Whether catalog, traces and contracts agree about what a service needs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DependencyDrift'];
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
  getJourneys: {
    parameters: {
      query?: {
        /** Only journeys that pass through this entity */
        service?: string;
        /** Words that occur in the operation or a service on the way */
        q?: string;
        /** Only what traces saw in this environment; all when left out */
        environment?: components['parameters']['callsEnvironment'];
        /** Length of the window */
        minutes?: components['parameters']['callsMinutes'];
        /** End of the window; now when left out */
        until?: components['parameters']['callsUntil'];
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Root operations and what happens below them, most called first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JourneysPage'];
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
  getJourney: {
    parameters: {
      query?: {
        /** Only what traces saw in this environment; all when left out */
        environment?: components['parameters']['callsEnvironment'];
        /** Length of the window */
        minutes?: components['parameters']['callsMinutes'];
        /** End of the window; now when left out */
        until?: components['parameters']['callsUntil'];
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One journey, hop by hop */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Journey'];
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
  getObjectives: {
    parameters: {
      query?: {
        /** Entity refs of owners; a group stands for every group under it */
        owner?: components['parameters']['owner'];
        /** Only what you or your groups own */
        mine?: components['parameters']['mine'];
        /** Entity refs of services */
        service?: components['parameters']['objectiveService'];
        tier?: components['parameters']['tier'];
        state?: components['parameters']['objectiveState'];
        indicator?: components['parameters']['indicator'];
        origin?: components['parameters']['origin'];
        /** Every word must occur in title, name, service or owner */
        q?: components['parameters']['objectiveWords'];
        /** `exhaustion`: what burns first, then by the time at which the budget is spent; what is unknown comes last */
        sort?: components['parameters']['objectiveSort'];
        order?: components['parameters']['order'];
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
          'application/json': components['schemas']['ObjectivesPage'];
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
  getObjectivesCsv: {
    parameters: {
      query?: {
        /** Entity refs of owners; a group stands for every group under it */
        owner?: components['parameters']['owner'];
        /** Only what you or your groups own */
        mine?: components['parameters']['mine'];
        /** Entity refs of services */
        service?: components['parameters']['objectiveService'];
        tier?: components['parameters']['tier'];
        state?: components['parameters']['objectiveState'];
        indicator?: components['parameters']['indicator'];
        origin?: components['parameters']['origin'];
        /** Every word must occur in title, name, service or owner */
        q?: components['parameters']['objectiveWords'];
        /** `exhaustion`: what burns first, then by the time at which the budget is spent; what is unknown comes last */
        sort?: components['parameters']['objectiveSort'];
        order?: components['parameters']['order'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A header line and one line an objective */
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
  getObjectiveProblems: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** All of them that you may see */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ObjectiveProblem'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  getPrometheusRules: {
    parameters: {
      query?: {
        /** Only of those that this one measures: `prometheus:main` */
        source?: components['parameters']['objectivesMeasuredBy'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A file of rules */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/yaml': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  getServiceObjectives: {
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
      /** All of them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceObjectives'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getObjectiveHistory: {
    parameters: {
      query?: {
        /** The length of the objective's window ago when left out */
        from?: string;
        /** Now when left out */
        to?: string;
      };
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** The name of the objective within its service */
        objective: components['parameters']['objective'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** By hours for the last weeks, by days for what lies before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObjectiveHistory'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  putObjective: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** The name of the objective within its service */
        objective: components['parameters']['objective'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PushedObjective'];
      };
    };
    responses: {
      /** It is kept */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteObjective: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** The name of the objective within its service */
        objective: components['parameters']['objective'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** It is gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  getContractMatrix: {
    parameters: {
      query?: {
        /** As a broker names it: then each pair is as the versions are that meet there. Without it each pair is as its newest pact is */
        environment?: string;
        /** Every word must occur in one of the names */
        q?: string;
        state?: components['schemas']['ContractPairState'][];
        /** Pairs at most */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Pairs of which the asker may see one side, and how many of which state there are */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractMatrix'];
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
  getCanIDeploy: {
    parameters: {
      query: {
        /** The name on the broker */
        pacticipant: string;
        version: string;
        environment: string;
        /** Id of the source, where several brokers know the name */
        broker?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** yes, no or unknown, with every reason */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractVerdict'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  postContractsWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the source, `pact:main` */
        broker: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The broker is being asked */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            status: 'asking';
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  getServiceContracts: {
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
      /** All of them; empty lists where no broker knows the service */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceContracts'];
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
  getServiceWorkloads: {
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
      /** Its workloads, its latest deploys, and what could not be seen */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceWorkloads'];
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
  getDeploys: {
    parameters: {
      query?: {
        /** Only those of this service */
        service?: string;
        since?: string;
        until?: string;
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
          'application/json': components['schemas']['DeploysPage'];
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
  getOnCall: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One answer a team, and rotations that cannot be read */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OnCallList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getServiceOnCall: {
    parameters: {
      query?: {
        /** Another moment than now */
        at?: components['parameters']['at'];
      };
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Who is on call, or that nobody is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OnCallNow'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getTeamOnCall: {
    parameters: {
      query?: {
        /** Another moment than now */
        at?: components['parameters']['at'];
      };
      header?: never;
      path: {
        /** Namespace of the group */
        namespace: components['parameters']['teamNamespace'];
        /** Name of the group */
        name: components['parameters']['team'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Who is on call, or that nobody is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OnCallNow'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getTeamOnCallHistory: {
    parameters: {
      query?: {
        /** 28 days ago when left out */
        from?: string;
        /** 14 days ahead when left out */
        to?: string;
      };
      header?: never;
      path: {
        /** Namespace of the group */
        namespace: components['parameters']['teamNamespace'];
        /** Name of the group */
        name: components['parameters']['team'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Shifts and gaps, by level and time, cut at the ends of the range */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OnCallHistory'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  postOnCallOverride: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Namespace of the group */
        namespace: components['parameters']['teamNamespace'];
        /** Name of the group */
        name: components['parameters']['team'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OnCallOverrideWanted'];
      };
    };
    responses: {
      /** It holds from now on */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OnCallOverride'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteOnCallOverride: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Namespace of the group */
        namespace: components['parameters']['teamNamespace'];
        /** Name of the group */
        name: components['parameters']['team'];
        override: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** It holds no more */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  getSafeToDeploy: {
    parameters: {
      query?: {
        /** As it was published with its contracts; the newest one they know when left out */
        version?: string;
        /** The one that brokers call production when left out, else `production` */
        environment?: string;
        /** `1`: answers as text, and by status */
        exit?: '0' | '1';
      };
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** yes, no or unknown; as text only for yes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SafeToDeploy'];
          'text/plain': string;
        };
      };
      /** no, as text */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** unknown, as text */
      424: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  lookup: {
    parameters: {
      query: {
        /** As it was pasted */
        q: string;
        /** Services at most; 10 when left out */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** What may be meant, with the reasons, and how old the answer is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LookupAnswer'];
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
  getBrief: {
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
      /** The brief */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentBrief'];
          'text/plain': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
}
