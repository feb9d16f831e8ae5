import { HumanDuration } from '@backstage/types';

/** What services of a tier promise when nobody says otherwise; what is left out is as usual for the tier. */
interface TierTargets {
  /** Share of requests that must succeed, above 0 and below 1; `false`: none. Default: 0.999 for T0, 0.995 for T1, 0.99 for T2 and without a tier, 0.95 for T3. */
  availability?: number | false;
  /** Share of requests that must be answered within `threshold`; `false`: none. Default: 0.99 within 500 ms for T0, 0.95 within 1 second for T1, T2 and without a tier, 0.9 within 2.5 seconds for T3. */
  latency?: false | { target: number; threshold: HumanDuration | string };
  /** `30d`, or `{ calendar: month, timeZone: Europe/Berlin }` with day, week, month, quarter or year; 1 hour to 366 days. Default: 30 days. */
  window?:
    | HumanDuration
    | string
    | {
        calendar: 'day' | 'week' | 'month' | 'quarter' | 'year';
        timeZone: string;
      };
}

/** Whom a freeze, or an exception to it, is about: everything that is given must hold. Default: everybody. */
interface FreezeScope {
  /** By name, in small or large letters. */
  environments?: string[];
  /** Groups, with every group under them, and users: `payments` or `group:default/payments`. */
  owners?: string[];
  /** `none`: services without a tier. */
  tiers?: Array<'T0' | 'T1' | 'T2' | 'T3' | 'none'>;
  /** `payments` or `component:default/payments`. */
  services?: string[];
}

/** How a source is run. Durations are `{ minutes: 5 }`, `'5m'` or `'PT5M'`. */
interface RunSettings {
  /** How often the source is asked. Default: what the source brings along, else 1 minute; at least 1 second. */
  every?: HumanDuration | string;
  /** How long one question may take, retries included. Default: what the source brings along, else 30 seconds. */
  timeout?: HumanDuration | string;
  /** For how long an answer may be believed; at least `every`. Default: what the source brings along, else 3 times `every`. */
  freshFor?: HumanDuration | string;
  /** Services asked about in one question. Default: what the source brings along, else the whole fleet in one. */
  batch?: number;
  /** Questions at the same time. Default: what the source brings along, else 2. */
  concurrency?: number;
  retry?: {
    /** Tries at one question, the first included. Default: 3. */
    attempts?: number;
    /** The longest wait before the second try; doubled for each further one, with full jitter. Default: 500 ms. */
    first?: HumanDuration | string;
    /** The longest wait before any try. Default: 10 seconds. */
    longest?: HumanDuration | string;
  };
  circuit?: {
    /** Failed questions in a row after which the source is left alone. Default: 5. */
    failures?: number;
    /** For how long it is left alone. Default: 1 minute. */
    openFor?: HumanDuration | string;
  };
  negativeCache?: {
    /** A source that failed is not asked again on demand for this long. Default: 10 seconds. */
    for?: HumanDuration | string;
  };
}

export interface Config {
  sightline?: {
    services?: {
      /**
       * Values of `spec.type` that make a Component a service. Default: service,
       * website, grpc, backend, frontend, gateway, worker, job, function.
       */
      types?: string[];
      /** Words your company puts before every name, `acme` in `acme-payments`; ignored when names are matched. Default: the name of the organization. */
      namePrefixes?: string[];
      /** Outside names kept for one source; more are counted as lost. Default: 50000. */
      namesPerSource?: number;
      /** Words to search by kept for one service and source; more are counted as lost. Default: 50. */
      cluesPerService?: number;
    };
    /** Objectives: see docs/slos.md. */
    slo?: {
      /** What is promised where nobody states anything, by the tier of the service. */
      tiers?: {
        T0?: TierTargets;
        T1?: TierTargets;
        T2?: TierTargets;
        T3?: TierTargets;
        /** Services without a tier. */
        none?: TierTargets;
      };
      /**
       * How metrics measure the targets of all tiers at once; tried in this order,
       * the first that some source can measure counts. Default: none, so that the
       * service's own calls do.
       */
      templates?: Array<
        | {
            /** `http`: OpenTelemetry's `http_server_request_duration_seconds`; `spanmetrics`: what Collectors make of spans. */
            preset: 'http' | 'spanmetrics';
            /** Id of the source that measures: `prometheus:main`. Default: the first that can. */
            source?: string;
            /** By label: what its value is for a service. Default: `{ service_namespace: $namespace, service_name: $name }`. */
            labels?: { [label: string]: string };
          }
        | {
            /** Small letters, digits and hyphens. */
            name: string;
            /** As for a preset. */
            source?: string;
            /** As for a preset; no default. */
            labels: { [label: string]: string };
            /** Queries with `$window` and `$labels`; either `good` or `bad`. */
            availability?: { good?: string; bad?: string; total: string };
            /** The same, with `$threshold` in `good`: `le=~"$threshold"`. */
            latency?: {
              good: string;
              total: string;
              /** In which the bounds of the buckets are. Default: seconds. */
              unit?: 'seconds' | 'milliseconds';
            };
          }
      >;
      calls?: {
        /** Whether a service's own calls are measured where no template can be. Default: true. */
        enabled?: boolean;
      };
      openslo?: {
        /** Folders with OpenSLO files for all services, absolute or relative to where the backend runs. Default: none. */
        folders?: string[];
        /** How often files on disk are looked at, and providers asked; 1 second to 1 day. Default: 1 minute. */
        every?: HumanDuration | string;
        /** The same for files behind an address. Default: 5 minutes. */
        remoteEvery?: HumanDuration | string;
      };
      /**
       * When somebody is told, for objectives that do not say so themselves: both
       * windows must burn so fast that the long one uses this share of the budget.
       * Default: the table of the SRE workbook, as it is for the window of each objective.
       */
      alerts?: Array<{
        severity: 'page' | 'ticket';
        /** 1 minute to 30 days. */
        long: HumanDuration | string;
        /** Shorter than `long`. */
        short: HumanDuration | string;
        /** Above 0 and below 1. */
        budgetShare: number;
      }>;
      /** Bad events that must be expected in a window when it burns as fast as is compared, or it is too few to tell; 0 to 1000. Default: 1. */
      minimumBadEvents?: number;
      notifications?: {
        /** Whether owners are notified when a state changes. Default: false. */
        enabled?: boolean;
      };
      /** What comes beyond these is left out, and the SLOs page says so. */
      atMost?: {
        /** Files with objectives, 1 to 20000. Default: 2000. */
        documents?: number;
        /** Of one service, 1 to 200. Default: 20. */
        objectivesPerService?: number;
      };
    };
    /** Who is on call: see docs/on-call.md. */
    oncall?: {
      rotations?: {
        /** Folders with rotations for all teams, absolute or relative to where the backend runs. Default: none; groups name files with `sightline.dev/rotation`. */
        folders?: string[];
        /** How often files on disk are looked at; 1 second to 1 day. Default: 1 minute. */
        every?: HumanDuration | string;
        /** The same for files behind an address. Default: 5 minutes. */
        remoteEvery?: HumanDuration | string;
        /** Files with rotations, 1 to 5000; what comes beyond is left out and named. Default: 1000. */
        atMost?: number;
      };
    };
    /** When nothing is to be deployed: see docs/safe-to-deploy.md. Each has one of `once`, `weekly` and `yearly`. Default: none. */
    freezes?: Array<{
      /** As people know it; unique. */
      name: string;
      /** Told to who wants to deploy. */
      reason?: string;
      /** By whose clocks, IANA: `Europe/Berlin`. */
      timeZone: string;
      /** Dates and times: `2026-11-23 00:00`. */
      once?: { from: string; to: string };
      /** Days and times: `Fri 16:00`. */
      weekly?: { from: string; to: string };
      /** Months, days and times: `12-20 18:00`; may go over the turn of the year. */
      yearly?: { from: string; to: string };
      appliesTo?: FreezeScope;
      /** Who may deploy nevertheless; each says for whom, or from when to when. */
      except?: Array<
        FreezeScope & {
          /** A date and a time by the clocks of the freeze. Default: as long as it holds. */
          from?: string;
          /** As `from`. */
          to?: string;
          /** Told to who may deploy nevertheless. */
          reason?: string;
        }
      >;
    }>;
    /** Defaults for sources that bring none along. */
    intake?: RunSettings & {
      /** The first turns of all sources are spread over this long after a start. Default: 10 seconds. */
      spread?: HumanDuration | string;
    };
    /** By the id of the source; `pact` holds for every `pact:<name>`. Each source documents further keys of its own. */
    sources?: {
      [id: string]: RunSettings & {
        /** `false` switches the source off; it stays on the Sources page. Default: true. */
        enabled?: boolean;
      };
    };
  };
}
