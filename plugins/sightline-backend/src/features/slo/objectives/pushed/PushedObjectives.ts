import {
  IsoTime,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Statement } from '../engine/Statement';

/** An objective that came through the API, as it is kept. */
export type PushedObjective = {
  service: ServiceRef;
  name: string;
  statement: Statement;
  pushedBy: string;
  pushedAt: IsoTime;
};

/** Objectives that come through the API; they stay until they are taken back. */
export interface PushedObjectives {
  /**
   * Keeps what a body states, in place of what was there under the name. An
   * InputError names every key that is wrong and what to write instead.
   */
  put(
    about: { service: ServiceRef; name: string; by: string },
    body: unknown,
  ): Promise<{ created: boolean; pushed: PushedObjective }>;
  /** whether there was one */
  remove(about: { service: ServiceRef; name: string }): Promise<boolean>;
  /** of one service, or all; by service, then name */
  list(service?: ServiceRef): Promise<PushedObjective[]>;
}
