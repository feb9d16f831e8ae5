import {
  CallsPart,
  EdgeDelta,
  NodeSighting,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { inSmallParts } from './inSmallParts';

const node = (name: string) => ({
  ...{ kind: 'service' as const, environment: '', namespace: '', name },
});
const sighting = (at: number, version: string): NodeSighting => ({
  node: at,
  version,
  ...{ cluster: '', kubernetesNamespace: '', workload: '' },
});
const nodes = ['a', 'b', 'c', 'd', 'e'].map(node);
const sightings = nodes.map(({ name }, at) => sighting(at, name));

describe('inSmallParts', () => {
  it('leaves small parts as they are', () => {
    const part: CallsPart = { nodes, edges: [], sightings };
    expect(inSmallParts([part, part], 5)).toEqual([part, part]);
  });

  it('makes several of one, each complete in itself', () => {
    expect(inSmallParts([{ nodes, edges: [], sightings }], 2)).toEqual([
      {
        nodes: [node('a'), node('b')],
        edges: [],
        sightings: [sighting(0, 'a'), sighting(1, 'b')],
      },
      {
        nodes: [node('c'), node('d')],
        edges: [],
        sightings: [sighting(0, 'c'), sighting(1, 'd')],
      },
      { nodes: [node('e')], edges: [], sightings: [sighting(0, 'e')] },
    ]);
  });

  it('keeps whatever else a part says, and its nodes with it', () => {
    const edges = [{ caller: 4, callee: 0 } as EdgeDelta];
    const [first, ...others] = inSmallParts([{ nodes, edges, sightings }], 3);
    expect(first).toEqual({ nodes, edges, sightings: [] });
    expect(others.map(part => part.sightings.length)).toEqual([3, 2]);
  });
});
