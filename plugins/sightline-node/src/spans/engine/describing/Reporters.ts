import type { CallsPart, NodeSighting } from '../CallsReport';
import { resourceSlotCount } from '../columns/attributeKeys';
import { RowIndex } from '../columns/RowIndex';
import { SpanColumns } from '../columns/SpanColumns';
import { HeldNames } from './HeldNames';
import { NodeTable } from './NodeTable';
import { serviceOfResource } from './serviceOfResource';
import { factsOfResource } from './SpanFacts';

const resourcesAtMost = 1 << 14;
const unread = -2;
const nameless = -1;

type Sighting = Omit<NodeSighting, 'node'>;

/** Who reports: from the resources of a batch to nodes, each worked out once. */
export class Reporters {
  private readonly known = new RowIndex(resourceSlotCount);
  private readonly nodesKnown: number[] = [];
  private readonly sightings = new Map<number, Sighting>();
  private generation = -1;
  private columns!: SpanColumns;
  private nodesOfBatch = new Int32Array(64);

  constructor(private readonly nodes: NodeTable) {}

  begin(columns: SpanColumns) {
    const { strings, resources } = columns;
    if (strings.generation !== this.generation || this.isFull) {
      this.clear();
      this.generation = strings.generation;
    }
    this.columns = columns;
    if (resources > this.nodesOfBatch.length) {
      this.nodesOfBatch = new Int32Array(resources * 2);
    }
    this.nodesOfBatch.fill(unread, 0, resources);
  }

  /** The node, or a negative number when the resource does not say its name. */
  nodeOf(resource: number): number {
    const node = this.nodesOfBatch[resource];
    if (node !== unread) return node;
    return (this.nodesOfBatch[resource] = this.lookUp(resource));
  }

  /** What services said about themselves since last asked. */
  takeSightings(): CallsPart {
    const seen = [...this.sightings];
    this.sightings.clear();
    return {
      nodes: seen.map(([node]) => this.nodes.node(node)),
      edges: [],
      sightings: seen.map(([, sighting], node) => ({ node, ...sighting })),
    };
  }

  /** Marks those of whom a sighting is yet to be handed over. */
  hold(held: HeldNames) {
    for (const node of this.sightings.keys()) held.node(node);
  }

  /** Forgets which node a resource is. */
  clear() {
    this.known.clear();
  }

  private get isFull() {
    return this.known.count > resourcesAtMost;
  }

  private lookUp(resource: number): number {
    const { probe } = this.known;
    const from = resource * resourceSlotCount;
    for (let slot = 0; slot < resourceSlotCount; slot++) {
      probe[slot] = this.columns.resourceAttributes[from + slot];
    }
    const known = this.known.find();
    if (known !== -1) return this.nodesKnown[known];
    const facts = factsOfResource(this.columns, resource);
    const service = serviceOfResource(facts);
    const node = service ? this.nodes.numberOf(service) : nameless;
    if (service) {
      this.sightings.set(node, {
        version: facts.serviceVersion,
        cluster: facts.cluster,
        kubernetesNamespace: facts.kubernetesNamespace,
        workload: facts.workload,
      });
    }
    this.nodesKnown[this.known.add()] = node;
    return node;
  }
}
