import { serverSlotCount, spanSlotCount } from '../columns/attributeKeys';
import { RowIndex } from '../columns/RowIndex';
import { SpanColumns, spanKinds } from '../columns/SpanColumns';
import { callFailed } from './callFailed';
import { calleeToldByCaller } from './calleeToldByCaller';
import { callProtocol } from './callProtocol';
import { NodeTable } from './NodeTable';
import { operationName } from './operationName';
import { OperationTable } from './OperationTable';
import { factsOfSpan, SpanFacts } from './SpanFacts';
import { roles, traitsOf } from './traits';

const shapesAtMost = 1 << 15;

/** No peer was told, or it does not matter. */
const noNode = -1;

/**
 * What a span means follows from its service, kind, name and attributes, and of
 * those combinations there are few: each is worked out once, in plain code over
 * strings, and then found again by comparing integers.
 *
 * ```
 *   (orders, CLIENT, "POST", server.address=payments, 200, …) ──hash──▶ shape 17
 *   shape 17: operation "POST", peer node 4, traits client|http|caller
 * ```
 *
 * Forgets everything when it is full and when the strings got new numbers.
 */
export class SpanShapes {
  readonly operations = new Int32Array(shapesAtMost);
  readonly peers = new Int32Array(shapesAtMost);
  readonly traits = new Int32Array(shapesAtMost);

  private readonly index = new RowIndex(spanSlotCount + 2);
  private generation = -1;

  constructor(
    private readonly nodes: NodeTable,
    private readonly names: OperationTable,
  ) {}

  shapeOf(columns: SpanColumns, row: number, node: number): number {
    const { index } = this;
    if (columns.strings.generation !== this.generation) {
      this.clear();
      this.generation = columns.strings.generation;
    }
    this.fillProbe(columns, row, node);
    const known = index.find();
    if (known !== -1) return known;
    if (index.count === shapesAtMost) {
      index.clear();
      index.find();
    }
    const shape = index.add();
    this.describe(shape, node, factsOfSpan(columns, row));
    return shape;
  }

  /** Forgets all shapes; their numbers mean others from then on. */
  clear() {
    this.index.clear();
  }

  private fillProbe(columns: SpanColumns, row: number, node: number) {
    const { probe } = this.index;
    const { attributes } = columns;
    const kind = columns.kinds[row];
    probe[0] = (node << 8) | ((columns.statuses[row] & 15) << 4) | (kind & 15);
    probe[1] = columns.names[row];
    // To a server the peer is its client: another port with every connection.
    const slots = kind === spanKinds.server ? serverSlotCount : spanSlotCount;
    const from = row * spanSlotCount;
    for (let at = 0; at < slots; at++) probe[at + 2] = attributes[from + at];
    for (let at = slots; at < spanSlotCount; at++) probe[at + 2] = 0;
  }

  private describe(shape: number, node: number, span: SpanFacts) {
    const protocol = callProtocol(span);
    const role = roleOfSpan(span);
    const { environment } = this.nodes.node(node);
    const telling = role !== roles.callee && role !== roles.step;
    const callee = telling ? calleeToldByCaller(span, environment) : undefined;
    const peer = callee ? this.nodes.numberOf(callee) : noNode;
    // An operation is the callee's: the peer's when this span tells of its call.
    const owner = telling && role !== roles.receiver ? peer : node;
    this.operations[shape] = this.names.numberOf(owner, operationName(span));
    this.peers[shape] = peer;
    this.traits[shape] = traitsOf({
      kind: span.kind,
      protocol,
      failed: callFailed(span),
      resent: Number(span.resendCount) > 0,
      role,
      toStore: callee?.kind === 'datastore' || callee?.kind === 'queue',
      named: callee !== undefined && callee.kind !== 'unnamed',
    });
  }
}

const receiving = new Set(['receive', 'process', 'deliver', 'poll']);
const settling = new Set(['settle', 'ack', 'nack', 'commit']);

const roleOfSpan = (span: SpanFacts): number => {
  const { kind } = span;
  if (kind === spanKinds.server) return roles.callee;
  if (kind === spanKinds.producer) return roles.sender;
  if (kind === spanKinds.consumer) return roles.receiver;
  if (kind !== spanKinds.client) return roles.step;
  if (callProtocol(span) !== 'messaging') return roles.caller;
  const operation = span.messagingOperation.toLowerCase();
  if (settling.has(operation)) return roles.none;
  return receiving.has(operation) ? roles.receiver : roles.sender;
};
