/** Which numbers of nodes and operations somebody still means something by. */
export class HeldNames {
  private readonly nodes: Uint8Array;
  private readonly operations: Uint8Array;

  constructor(sizes: { nodes: number; operations: number }) {
    this.nodes = new Uint8Array(sizes.nodes);
    this.operations = new Uint8Array(sizes.operations);
  }

  /** A negative number is none. */
  node(number: number) {
    if (number >= 0) this.nodes[number] = 1;
  }

  operation(number: number) {
    if (number >= 0) this.operations[number] = 1;
  }

  hasNode(number: number) {
    return this.nodes[number] === 1;
  }

  hasOperation(number: number) {
    return this.operations[number] === 1;
  }
}
