import type { Evidence } from '../evidence/Evidence';
import type { Known, Unknown } from '../evidence/Known';
import type { IsoTime } from '../units/time';
import type { CallFigures } from './figures';
import type { CallMode } from './model';
import type { CallParty } from './party';

/**
 * What the layers of a dependency together say.
 *
 * - `agreed`: declared and seen
 * - `undeclared`: seen, and the catalog does not know
 * - `unused`: declared or promised, and not seen
 * - `uncontracted`: both sides have a name on a broker of contracts, and no contract with each other
 * - `cannot-tell`: one layer is missing, so that nothing can be concluded
 * @public
 */
export const driftVerdicts = [
  'agreed',
  'undeclared',
  'unused',
  'uncontracted',
  'cannot-tell',
] as const;
/** @public */
export type DriftVerdict = (typeof driftVerdicts)[number];

/** @public */
export type Declaration = {
  relation: 'dependsOn' | 'consumesApi';
  /** the entity the catalog names: the target itself, or the API it stands behind */
  ref: string;
};

/** @public */
export type SeenDependency = {
  figures: CallFigures;
  modes: CallMode[];
  lastSeen: IsoTime;
};

/** @public */
export const contractStates = ['verified', 'failed', 'never', 'none'] as const;
/** `none`: both sides have contracts, and none with each other. @public */
export type ContractState = (typeof contractStates)[number];

/** One thing a service leans on, layer by layer. @public */
export type DriftRow = {
  target: CallParty;
  verdict: DriftVerdict;
  /** one sentence for people */
  why: string;
  declared: Declaration[];
  /** left out when it was not seen in the window */
  seen?: SeenDependency;
  /** left out when nobody knows of contracts, or a contract makes no sense here */
  contract?: ContractState;
};

/** What to change in the catalog so that it tells what is seen. @public */
export type CatalogPatch = {
  /** entity refs to add, as they are written in the file */
  add: { field: 'dependsOn' | 'consumesApis'; ref: string }[];
  remove: { field: 'dependsOn' | 'consumesApis'; ref: string }[];
  /** `spec` as it should be, in YAML, to paste */
  yaml: string;
  /** the file, where the catalog knows it */
  file?: string;
};

/** Whether the catalog, the traces and the contracts of a service agree. @public */
export type DependencyDrift = {
  /** most urgent first: undeclared, unused, uncontracted, cannot-tell, agreed */
  rows: DriftRow[];
  counts: Record<DriftVerdict, number>;
  /** whether each layer could be read, and when it was */
  layers: Record<'declared' | 'seen' | 'contracted' | 'deployed', Known<true>>;
  /** left out when nothing is to be changed */
  patch?: CatalogPatch;
};

/** How far the layers of a service disagree, in one figure: for lists. @public */
export type DriftSummary = {
  /** dependencies that are undeclared, unused or uncontracted; left out while it cannot be told */
  count?: number;
  /** why it cannot be told */
  unknown?: Unknown;
  /** of the calls it was told by */
  evidence?: Evidence;
};
