/**
 * What the map's layout is asked, and what it answers. Everything is in px of
 * the drawing; a name is only a name here, nothing is known of services.
 *
 * ```
 *     a ─────────▶ d         callers stand left of whom they call, and a cycle
 *   ┌─│ group ─────┐         turns back once; an open group is a lane of its own,
 *   │ └─▶ b ──▶ c  │         so that it opens without moving the others about
 *   └──────────────┘
 * ```
 */
export type LayoutNode = {
  id: string;
  width: number;
  height: number;
  /** the open group around it */
  group?: string;
};

export type LayoutGroup = {
  id: string;
  /** what its title needs */
  width: number;
};

export type LayoutEdge = {
  id: string;
  from: string;
  to: string;
  /** which edges of a cycle should rather not be the one that turns back */
  weight: number;
};

/** Where everything stood before: it is kept there, so that nothing is shuffled. */
export type Seeds = {
  /** of nodes and of waypoints; heights count from the top of their lane */
  places: Record<string, { layer: number; y: number }>;
  /** groups from top to bottom; `null` is the lane of all that are in none */
  lanes: (string | null)[];
  /** how far apart things stand below each other; 1 is as near as may be */
  air: number;
};

export type LayoutInput = {
  nodes: LayoutNode[];
  groups: LayoutGroup[];
  edges: LayoutEdge[];
  /** stands in the middle: its callers left, whom it calls right */
  focus?: string;
  seeds?: Seeds;
};

export type Rect = { x: number; y: number; width: number; height: number };
export type Point = { x: number; y: number };

export type EdgeShape = {
  /** for the attribute `d` of a path; ends where the arrow's head begins */
  path: string;
  /** the tip of the arrow, and the way it points */
  head: Point & { towards: 'left' | 'right' };
  /** where a mark or a label stands */
  middle: Point;
};

export type MapLayout = {
  nodes: Record<string, Rect>;
  groups: Record<string, Rect>;
  edges: Record<string, EdgeShape>;
  width: number;
  height: number;
  /** to be given to the next layout */
  seeds: Seeds;
};
