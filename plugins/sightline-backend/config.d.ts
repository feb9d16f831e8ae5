import { HumanDuration } from '@backstage/types';

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
