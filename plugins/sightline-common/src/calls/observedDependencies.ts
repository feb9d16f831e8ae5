import type { Evidence } from '../evidence/Evidence';
import type { IsoTime, Millis } from '../units/time';
import type { CallMode } from './model';

/**
 * The relation of the catalog by which an entity leans on another one as far as
 * traces saw. It never mixes with `dependsOn`, which people declare.
 * @public
 */
export const RELATION_OBSERVED_DEPENDS_ON = 'observedDependsOn';

/** The same relation, seen from the one that is leant on. @public */
export const RELATION_OBSERVED_DEPENDENCY_OF = 'observedDependencyOf';

/** For how long a call proves a dependency. @public */
export const observedWithin: Millis = 14 * 86_400_000;

/** Two entities of the catalog, one of which was seen leaning on the other. @public */
export type ObservedDependency = {
  /** refs: `from` leans on `to` */
  from: string;
  to: string;
  modes: CallMode[];
  /** within the last hour; left out where only samples were seen */
  calls?: number;
  lastSeen: IsoTime;
};

/** One page of what was seen within `observedWithin`, by `from` and `to`. @public */
export type ObservedDependencies = {
  items: ObservedDependency[];
  /** left out on the last page */
  nextCursor?: string;
  evidence: Evidence;
};
