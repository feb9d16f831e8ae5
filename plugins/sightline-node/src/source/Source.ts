import {
  Evidence,
  Instant,
  OutsideName,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { HumanDuration } from '@backstage/types';
import { Outcome } from './Outcome';
import { SourceReport } from './SourceReport';

/** What a source is told about a service it is asked about. @public */
export type AskedService = {
  ref: ServiceRef;
  name: string;
  namespace: string;
  annotations: Record<string, string>;
  /** names by which outside systems know it: annotated, accepted or matched */
  names: OutsideName[];
};

/** Passed with every question; a source that ignores it is cut off all the same. @public */
export type AskContext = {
  /** aborted at the deadline, on shutdown, and when nobody waits any more */
  signal: AbortSignal;
  deadline: Instant;
  /**
   * when this source, on whichever replica, was last asked with success; left out
   * before the first time. What lies between then and now nobody asked about
   */
  lastGood?: Instant;
  /** call once for every request to the outside: the Sources page shows the cost */
  countCall(): void;
  /** something had to be left out, by a limit of ours or of theirs: never silently */
  lost(cause: string, count: number): void;
  /** to put on what is seen now: this source, this moment, believed as long as configured */
  evidence(): Evidence;
};

/** Defaults a source brings along; app-config `sightline.sources.<id>` wins. @public */
export type SourceDefaults = {
  every?: HumanDuration;
  timeout?: HumanDuration;
  /** for how long an answer may be believed */
  freshFor?: HumanDuration;
  /** services asked about in one question; whole fleet in one when left out */
  batch?: number;
  /** questions at the same time */
  concurrency?: number;
};

/** @public */
export interface SourceIdentity {
  /** `prometheus`, `pact:payments-broker`: the key in app-config and in evidence */
  readonly id: string;
  readonly title: string;
  readonly defaults?: SourceDefaults;
}

/** Asked on a schedule, in batches of services. @public */
export interface PullSource extends SourceIdentity {
  readonly kind: 'pull';
  /** `false`: it asks about no service in particular; asked once a round, with an empty list */
  readonly wantsServices?: false;
  pull(
    services: readonly AskedService[],
    context: AskContext,
  ): Promise<Outcome<SourceReport>>;
  /**
   * The last answer could not be kept, not all of it. A source that has this tells
   * it again with the next one, and counts itself what it has to give up: so what
   * is kept a round later is not counted as lost
   */
  notKept?(): void;
}

/** Where watching and pushing sources hand over what they have. @public */
export interface SourceSink {
  /** resolves when the report is kept safely; rejects when it could not be */
  accept(report: SourceReport): Promise<void>;
  /** something had to be dropped: never silently */
  lost(cause: string, count: number): void;
  /** to put on what is seen now: this source, this moment, believed as long as configured */
  evidence(): Evidence;
}

/**
 * Holds a long-lived stream. `watch` runs until the stream ends (resolve with
 * why) or the signal is aborted; intake opens it again, with back-off, on one
 * replica at a time.
 * @public
 */
export interface WatchSource extends SourceIdentity {
  readonly kind: 'watch';
  watch(sink: SourceSink, context: AskContext): Promise<Outcome<void>>;
}

/** Is told things from outside, on every replica; gets a sink once, at start. @public */
export interface PushSource extends SourceIdentity {
  readonly kind: 'push';
  open(sink: SourceSink): Promise<void>;
  close?(): Promise<void>;
}

/** @public */
export type Source = PullSource | WatchSource | PushSource;
