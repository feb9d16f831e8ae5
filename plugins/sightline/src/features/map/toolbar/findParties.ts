import {
  CallMap,
  MapNode,
  ServiceRow,
} from '@sightline/backstage-plugin-sightline-common';
import { nodeName } from '../nodeWords';

/** Something that a search may lead to. */
export type Found = {
  id: string;
  name: string;
  kind: MapNode['kind'];
  /** whose, or what it is */
  note: string;
};

const MOST = 8;

const fromMap = ({
  nodes,
  groups,
}: Pick<CallMap, 'nodes' | 'groups'>): Found[] => [
  ...groups.map(({ id, name, members }) => ({
    id,
    name,
    kind: 'group' as const,
    note: `group of ${members}`,
  })),
  ...nodes
    .filter(({ kind }) => kind !== 'group')
    .map(node => ({
      id: node.id,
      name: nodeName(node, node.id),
      kind: node.kind,
      note: node.owner?.name ?? node.technology ?? node.kind,
    })),
];

const fromFleet = ({ ref, title, owner }: ServiceRow): Found => ({
  id: ref,
  name: title,
  kind: 'service',
  note: owner?.name ?? 'no owner',
});

/** What is on the map first, then the rest of the fleet; nothing twice. */
export function findParties(
  words: string,
  map: Pick<CallMap, 'nodes' | 'groups'>,
  fleet: ServiceRow[],
): Found[] {
  const wanted = words.trim().toLocaleLowerCase().split(/\s+/);
  const fits = ({ id, name }: Found) => {
    const text = `${name} ${id}`.toLocaleLowerCase();
    return wanted.every(word => text.includes(word));
  };
  const begins = ({ name }: Found) =>
    name.toLocaleLowerCase().startsWith(wanted[0]) ? 0 : 1;
  const here = fromMap(map)
    .filter(fits)
    .sort((a, b) => begins(a) - begins(b) || a.name.localeCompare(b.name));
  const known = new Set(here.map(({ id }) => id));
  const elsewhere = fleet.map(fromFleet).filter(({ id }) => !known.has(id));
  return [...here, ...elsewhere].slice(0, MOST);
}
