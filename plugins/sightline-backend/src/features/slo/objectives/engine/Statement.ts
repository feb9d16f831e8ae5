import type {
  IsoTime,
  Objective,
  ObjectiveOrigin,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import type { Indicator } from '@sightline/backstage-plugin-sightline-node';
import type { AlertRule } from '../../engine/judging';

/** An objective as somebody states it, before it is known whose it is. */
export type Statement = Pick<
  Objective,
  | 'name'
  | 'title'
  | 'description'
  | 'indicator'
  | 'target'
  | 'window'
  | 'budgeting'
> & {
  measure: Indicator;
  /** left out: the rules of the house */
  rules?: readonly AlertRule[];
  /** id of the source that must measure it; any that can, when left out */
  source?: string;
};

/** A statement about one service; several of one kind compete. */
export type Candidate = Statement & {
  service: ServiceRef;
  origin: ObjectiveOrigin;
  outdated?: { problem: string; since: IsoTime };
};
