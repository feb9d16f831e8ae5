import type { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { Losses } from '../counting/Losses';
import { HeldNames } from './HeldNames';
import { NumberedNames } from './NumberedNames';

const keyOf = ({ kind, environment, namespace, name }: CallNode) =>
  `${kind}\n${environment}\n${namespace}\n${name}`;

const tooMany: CallNode = {
  kind: 'unnamed',
  environment: '',
  namespace: 'too many names',
  name: '',
};

/**
 * Nodes by number, so that an edge is two integers. What comes beyond the cap is
 * one node, `unnamed` and `too many names`: calls stay counted, and whoever
 * sends a million service names is seen at once.
 */
export class NodeTable {
  private readonly nodes = new NumberedNames<CallNode>();
  private refused = false;

  constructor(
    private readonly atMost: number,
    private readonly losses: Losses,
  ) {}

  get size() {
    return this.nodes.size;
  }

  /** Every number is below. */
  get end() {
    return this.nodes.end;
  }

  /** Whether a name found no room since names were forgotten. */
  get isCrowded() {
    return this.refused;
  }

  numberOf(node: CallNode): number {
    const key = keyOf(node);
    const known = this.nodes.numberOf(key);
    if (known !== undefined) return known;
    // Whoever calls from outside always has room: there is one for each
    // environment, and of environments no more than of other nodes.
    if (this.size < this.atMost || node.kind === 'outside') {
      return this.nodes.add(key, node);
    }
    this.refused = true;
    this.losses.add('names beyond the most nodes that are told apart');
    const all = keyOf(tooMany);
    return this.nodes.numberOf(all) ?? this.nodes.add(all, tooMany);
  }

  node(number: number): CallNode {
    return this.nodes.thing(number);
  }

  keepOnly(held: HeldNames) {
    this.nodes.keepOnly(number => held.hasNode(number));
    this.refused = false;
  }
}
