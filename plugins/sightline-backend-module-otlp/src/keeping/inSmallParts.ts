import { CallsPart } from '@sightline/backstage-plugin-sightline-node/spans';

/**
 * Parts with at most so many sightings each: an engine says in one part what all
 * services said about themselves, and fifty thousand of them would hold the
 * event loop of whoever keeps them.
 */
export const inSmallParts = (
  parts: readonly CallsPart[],
  sightingsAtMost: number,
): CallsPart[] => parts.flatMap(part => splitSightings(part, sightingsAtMost));

const splitSightings = (part: CallsPart, atMost: number): CallsPart[] => {
  if (part.sightings.length <= atMost) return [part];
  const groups: CallsPart[] = [];
  for (let from = 0; from < part.sightings.length; from += atMost) {
    const group = part.sightings.slice(from, from + atMost);
    groups.push({
      nodes: group.map(({ node }) => part.nodes[node]),
      edges: [],
      sightings: group.map((sighting, node) => ({ ...sighting, node })),
    });
  }
  const { sightings, ...rest } = part;
  const hasMore = part.edges.length > 0 || part.journeys !== undefined;
  return hasMore ? [{ ...rest, sightings: [] }, ...groups] : groups;
};
