import type { Evidence } from '../evidence/Evidence';
import type { DriftVerdict } from './drift';
import type { CallFigures, CallsWindow } from './figures';
import type { CallEvidenceClass, CallMode, CallProtocol } from './model';
import type { CallParty } from './party';

/** What the map puts together into one node. @public */
export const mapGroupings = ['system', 'owner', 'none'] as const;
/** @public */
export type MapGrouping = (typeof mapGroupings)[number];

/** A party, or a closed group of them. @public */
export type MapNode = Omit<CallParty, 'kind'> & {
  kind: CallParty['kind'] | 'group';
  /** the group it belongs to; of a closed group its own id */
  group?: string;
  /** of a closed group: how many are in it */
  members?: number;
};

/** How an edge changed between two windows; `same` also when too few calls say so. @public */
export const edgeChanges = [
  'new',
  'gone',
  'more-errors',
  'slower',
  'fewer-errors',
  'faster',
  'same',
] as const;
/** @public */
export type EdgeChange = (typeof edgeChanges)[number];

/** @public */
export type MapEdge = {
  /** `from` and `to` joined by a space */
  id: string;
  from: string;
  to: string;
  figures: CallFigures;
  modes: CallMode[];
  protocols: CallProtocol[];
  evidence: CallEvidenceClass[];
  /** between parties of the catalog; left out between groups */
  verdict?: DriftVerdict;
  /** edges between parties that this one stands for */
  merged: number;
  /** only when two windows are compared: what it was, and what changed most */
  before?: CallFigures;
  change?: EdgeChange;
};

/** Who calls whom, as much of it as can be read. @public */
export type CallMap = {
  window: CallsWindow;
  compared?: CallsWindow;
  groupBy: MapGrouping;
  nodes: MapNode[];
  /** most calls first */
  edges: MapEdge[];
  /** groups that could be opened or are open, with what is in them */
  groups: { id: string; name: string; members: number; open: boolean }[];
  /** what there is and is not shown; never hidden */
  leftOut: { nodes: number; edges: number; calls: number };
  /** all environments there are, to choose from */
  environments: string[];
  evidence: Evidence;
};
