import type {
  CallNode,
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import { Losses } from '../counting/Losses';
import { HeldNames } from './HeldNames';
import { NodeTable } from './NodeTable';
import { OperationTable } from './OperationTable';
import { Reporters } from './Reporters';
import { SpanShapes } from './SpanShapes';

export type NamingLimits = {
  nodesAtMost: number;
  operationsOfANodeAtMost: number;
  operationsAtMost: number;
  namesWithin: Millis;
};

/**
 * Names as numbers: of nodes and of operations, with everything that remembers
 * which number a name has.
 *
 * While there is room a name is never forgotten. When there is none, those go
 * whose number nobody holds (no span in memory, no row that is yet to be handed
 * over, no message that may still be linked to), and their numbers are given to
 * others. That is not done for every name that finds no room, but once in
 * `namesWithin`: whoever makes names up would otherwise get all of them through.
 *
 * ```
 *   full ── refused: counted as `too many names` ──▶ next batch, if it is time:
 *   window ┐
 *   rows   ├─ hold ─▶ kept      the rest ─▶ free numbers; shapes and resources
 *   links  ┘                                are worked out anew
 * ```
 */
export class Naming {
  readonly nodes: NodeTable;
  readonly operations: OperationTable;
  readonly shapes: SpanShapes;
  readonly reporters: Reporters;

  private readonly outsides = new Map<number, number>();
  private forgotAt: Instant = -Infinity;

  constructor(private readonly limits: NamingLimits, losses: Losses) {
    this.nodes = new NodeTable(limits.nodesAtMost, losses);
    this.operations = new OperationTable(
      {
        ofANode: limits.operationsOfANodeAtMost,
        ofAll: limits.operationsAtMost,
      },
      losses,
    );
    this.shapes = new SpanShapes(this.nodes, this.operations);
    this.reporters = new Reporters(this.nodes);
  }

  node(number: number): CallNode {
    return this.nodes.node(number);
  }

  operation(number: number): string {
    return this.operations.name(number);
  }

  /** The node of whoever calls untraced, in the environment of this node. */
  outsideOf(node: number): number {
    const known = this.outsides.get(node);
    if (known !== undefined) return known;
    const number = this.nodes.numberOf({
      kind: 'outside',
      environment: this.nodes.node(node).environment,
      namespace: '',
      name: '',
    });
    this.outsides.set(node, number);
    return number;
  }

  /** To be called between two batches; `hold` marks what is still in use. */
  makeRoom(now: Instant, hold: (held: HeldNames) => void) {
    const { nodes, operations, limits } = this;
    if (!nodes.isCrowded && !operations.isCrowded) return;
    if (now - this.forgotAt < limits.namesWithin) return;
    this.forgotAt = now;
    const held = new HeldNames({
      nodes: nodes.end,
      operations: operations.end,
    });
    hold(held);
    this.reporters.hold(held);
    nodes.keepOnly(held);
    operations.keepOnly(held);
    this.shapes.clear();
    this.reporters.clear();
    this.outsides.clear();
  }
}
