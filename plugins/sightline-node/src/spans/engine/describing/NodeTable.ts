import type { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { Losses } from '../counting/Losses';

const keyOf = ({ kind, environment, namespace, name }: CallNode) =>
  `${kind}\n${environment}\n${namespace}\n${name}`;

/**
 * Nodes by number, so that an edge is two integers. What comes beyond the cap is
 * one node, `unnamed` and `too many names`: calls stay counted, and whoever
 * sends a million service names is seen at once.
 */
export class NodeTable {
  private readonly nodes: CallNode[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly atMost: number,
    private readonly losses: Losses,
  ) {}

  get size() {
    return this.nodes.length;
  }

  numberOf(node: CallNode): number {
    const key = keyOf(node);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    if (this.nodes.length >= this.atMost) {
      this.losses.add('names beyond the most nodes that are told apart');
      return this.overflow();
    }
    return this.add(key, node);
  }

  node(number: number): CallNode {
    return this.nodes[number];
  }

  private overflow() {
    const node: CallNode = {
      kind: 'unnamed',
      environment: '',
      namespace: 'too many names',
      name: '',
    };
    const key = keyOf(node);
    return this.numbers.get(key) ?? this.add(key, node);
  }

  private add(key: string, node: CallNode) {
    const number = this.nodes.length;
    this.nodes.push(node);
    this.numbers.set(key, number);
    return number;
  }
}
