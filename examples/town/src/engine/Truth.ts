/** truth.yaml as it is written; its README says what each field means. Times are milliseconds. */
export type Truth = {
  services: Service[];
  journeys: Journey[];
  addresses: Address[];
  telemetry: Trait[];
  objectives: TrueObjective[];
  deploys: Deploy[];
  workloads: TrueTrouble[];
  drift: Drift[];
  pacts: TruePact[];
  environments: TrueEnvironment[];
  planted: Planted[];
};

/** Which semantic conventions a service's libraries follow: before 2023, today's, or both at once. */
export type Generation = 'old' | 'new' | 'dup';

export type Service = {
  name: string;
  /** what it is called where contracts are kept; null when it has none there */
  pact: string | null;
  otel: {
    serviceName: string;
    serviceNamespace: string | null;
    environment: string;
    semconv: Generation;
  } | null;
  runs: Run[];
};

export type Run = {
  cluster: string;
  namespace: string;
  kind: string;
  name: string;
  replicas: number;
  image: string;
  version: string;
  /** a CronJob's, in UTC */
  schedule?: string;
};

export type Protocol = 'http' | 'grpc' | 'messaging' | 'database' | 'other';

export type Journey = {
  id: string;
  title: string;
  root: {
    service: string;
    operation: string;
    protocol: Protocol;
    perSecond: number;
    p50: number;
    p95: number;
    errors: number;
  };
  calls: CallTree[];
};

export type CallTree = { call: Call; calls?: CallTree[] };

export type Call = {
  caller: string;
  callee: string;
  operation: string;
  protocol: Protocol;
  mode: 'sync' | 'async';
  times: number;
  p50: number;
  p95: number;
  errors: number;
  share?: number;
  retry?: Retry;
  /** only in an incident: the callee does not even answer */
  refused?: boolean;
};

export type Retry = {
  attempts: number;
  gapMs: number;
  /** the HTTP statuses after which the caller tries again */
  after: number[];
};

export type Address = {
  of: string;
  host: string;
  port: number;
  system?: string;
  namespace?: string;
  peer?: string;
};

/** What is peculiar about somebody's telemetry. */
export type Trait =
  | { kind: 'sampled'; journey: string; keep: number }
  | { kind: 'clock'; service: string; aheadMs: number }
  | { kind: 'internal'; service: string; name: string }
  | { kind: 'creates'; service: string }
  | { kind: 'receives'; service: string }
  | { kind: 'late'; share: number; byMs: number }
  | { kind: 'resent'; share: number };

export type Incident = {
  id: string;
  title: string;
  lastsMinutes: number;
  effects: Effect[];
};

/** Changes every call that `on` fits; what it does not name stays as it was. */
export type Effect = {
  on: { caller?: string; callee?: string; operation?: string };
  slower?: number;
  errors?: number;
  share?: number;
  times?: number;
  refused?: boolean;
  retry?: Retry;
};

/** One service leans on another, a resource or a host outside: what the portal must say about it. */
export type Drift = {
  from: string;
  to: string;
  declared: boolean;
  observed: boolean;
  contract: 'no' | 'verified' | 'failed' | 'never';
  verdict: string;
  reason?: string;
  perSecond?: number;
};

/** What somebody promised, and what share of it was bad over the time before the start. */
export type TrueObjective = {
  id: string;
  service: string;
  indicator: 'availability' | 'latency';
  target: number;
  window: string;
  state: 'met' | 'burning' | 'infeasible' | 'unknown';
  reason?: string;
  thresholdMs?: number;
  errors30d?: number;
  errors6h?: number;
  errors1h?: number;
  errors5m?: number;
  /** `-50m`: since then it is as bad as over the last five minutes */
  since?: string;
  /** what is the best that those it needs can give: the product of what they do */
  ceiling?: number;
  /** whom it cannot do without, and the share of calls that failed there */
  needs?: { service: string; errors: number }[];
};

/** A new version was rolled out. */
export type Deploy = {
  service: string;
  cluster: string;
  version: string;
  at: string;
  /** false while it hangs */
  completed?: boolean;
};

/** What ails a workload, or looks as if it did. */
export type TrueTrouble = { id: string; service: string; since: string } & (
  | (Place & Hanging)
  | (Place & Limited)
  | (Place & { trouble: 'no-readiness-probe' | 'no-limits' | 'none' })
  | {
      trouble: 'version-skew';
      versions: { cluster: string; version: string }[];
    }
);

type Place = Pick<Run, 'cluster' | 'namespace' | 'kind' | 'name'>;

/** A rollout that does not get on, while the version before serves. */
export type Hanging = {
  trouble: 'rollout-stuck' | 'image-pull';
  fromVersion: string;
  toVersion: string;
  desired: number;
  updated: number;
  available: number;
  /** why, as the cluster has it */
  reason: string;
  message: string;
};

/** An autoscaler that would like to have more; `cpu` is a share of what was asked for. */
export type Limited = {
  trouble: 'hpa-at-maximum';
  minReplicas: number;
  maxReplicas: number;
  currentReplicas: number;
  cpuTarget: number;
  cpuNow: number;
};

/** What a consumer expects of a provider; both by the names they have where contracts are kept. */
export type TruePact = {
  id: string;
  consumer: string;
  provider: string;
  kind: 'http' | 'message';
  consumerVersion: string;
  /** null when none was ever checked */
  providerVersion: string | null;
  state: 'verified' | 'failed' | 'never';
  /** where both versions are deployed now */
  environments: string[];
  verifiedAt: string | null;
  /** over which the messages go */
  topic?: string;
};

export type TrueEnvironment = {
  name: string;
  displayName: string;
  production: boolean;
};

/** What is wrong on purpose. */
export type Planted = {
  id: string;
  kind: string;
  services: string[];
  evidence: {
    /** how often two services were deployed at nearly the same time, and how often at all */
    deploysTogether?: number;
    ofDeploys?: number;
    pact?: string;
    /** `$.state: expected captured, received settled` */
    mismatch?: string;
    /** a name that somebody mistyped, and whom it probably means */
    pacticipant?: string;
    probably?: string;
  };
};
