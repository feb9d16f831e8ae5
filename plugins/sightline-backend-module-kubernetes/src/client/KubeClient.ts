import {
  Fault,
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import { IncomingMessage } from 'node:http';

/**
 * Why there is no answer.
 *
 * - `forbidden`, `missing`: of this type; others may work
 * - `expired`: what was asked from is too old: list anew
 * - `credentials`: nobody knows us there
 * - `too-large`: more than we read at once
 * - `passing`: asking again may help; `wrong`: it cannot
 */
export type Refusal = {
  why:
    | 'forbidden'
    | 'missing'
    | 'expired'
    | 'credentials'
    | 'too-large'
    | 'passing'
    | 'wrong';
  fault: Fault;
};

export const isRefusal = (answer: object): answer is Refusal => 'why' in answer;

export type KubeRequest = {
  path: string;
  query?: Record<string, string>;
  signal: AbortSignal;
  /** how long nothing may come, before the answer and within it */
  silence: Millis;
};

/** An answer that is still to be read. */
export type KubeAnswer = { body: IncomingMessage };

/** Asks one API server, and only that one. */
export interface KubeClient {
  readonly url: string;
  open(request: KubeRequest): Promise<KubeAnswer | Refusal>;
  json(
    request: KubeRequest & { limit: number },
  ): Promise<{ value: unknown } | Refusal>;
  /** how far the server's clock is ahead of ours, when it last answered */
  clockAhead(): Millis;
}

export type KubeClientOptions = {
  now?: () => Instant;
  countCall: () => void;
};
