import { CallMap, MapNode } from '@sightline/backstage-plugin-sightline-common';
import { LayoutInput } from '../engine/MapLayout';
import { fromNode } from '../nodeWords';
import { textWidth } from './textWidth';

export const NAME_SIZE = 13;
export const NOTE_SIZE = 11;
const NODE_HEIGHT = 42;
/** Left of the name, for the mark; right of it, for air. */
export const NODE_LEAD = 32;
const NODE_TAIL = 12;
const [LEAST, MOST] = [96, 212];
/** What stands in a group's title beside its name. */
const TITLE_REST = 150;

const widthOf = (node: MapNode): number => {
  const { name, note } = fromNode(node);
  const text = Math.max(
    textWidth(name, NAME_SIZE, 600),
    textWidth(note, NOTE_SIZE),
  );
  const rest = NODE_LEAD + NODE_TAIL + (node.kind === 'group' ? 26 : 0);
  return Math.round(Math.min(MOST, Math.max(LEAST, text + rest)));
};

/** What the layout needs to know of an answer: sizes and bonds, no meaning. */
export function layoutInput(map: CallMap, focus?: string): LayoutInput {
  return {
    nodes: map.nodes.map(node => ({
      id: node.id,
      width: widthOf(node),
      height: NODE_HEIGHT,
      group: node.group,
    })),
    groups: map.groups
      .filter(({ open }) => open)
      .map(({ id, name }) => ({
        id,
        width: Math.min(320, textWidth(name, NAME_SIZE, 600) + TITLE_REST),
      })),
    edges: map.edges.map(({ id, from, to, figures }) => ({
      id,
      from,
      to,
      weight: 1 + Math.round(Math.log10(1 + figures.calls)),
    })),
    focus,
  };
}

/**
 * The same for answers that are drawn in the same places: how many calls there
 * were changes with each answer, who called whom rarely.
 */
export const structureKey = ({ nodes, groups, edges, focus }: LayoutInput) =>
  JSON.stringify([
    nodes.map(({ id, width, group }) => [id, width, group]).sort(),
    groups.map(({ id }) => id).sort(),
    edges.map(({ id }) => id).sort(),
    focus,
  ]);
