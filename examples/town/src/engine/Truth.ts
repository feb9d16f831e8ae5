/** truth.yaml as it is written; its README says what each field means. Times are milliseconds. */
export type Truth = {
  services: Service[];
  journeys: Journey[];
  addresses: Address[];
  telemetry: Trait[];
  objectives: TrueObjective[];
  deploys: Deploy[];
  drift: Drift[];
};

/** Which semantic conventions a service's libraries follow: before 2023, today's, or both at once. */
export type Generation = 'old' | 'new' | 'dup';

export type Service = {
  name: string;
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
  version: string;
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
