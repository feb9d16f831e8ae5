import { Losses } from '../counting/Losses';

const otherOperations = 'other operations';

/**
 * Operations by number. Templates catch most ids in names; what they miss shows
 * as a node with ever more operations, and beyond the cap those are one.
 */
export class OperationTable {
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly ofNode = new Map<number, Set<number>>();

  constructor(
    private readonly limits: { ofANode: number; ofAll: number },
    private readonly losses: Losses,
  ) {}

  numberOf(node: number, name: string): number {
    let known = this.ofNode.get(node);
    if (!known) this.ofNode.set(node, (known = new Set()));
    const number = this.numbers.get(name);
    if (number !== undefined && known.has(number)) return number;
    if (known.size >= this.limits.ofANode) {
      this.losses.add('operations beyond the most of one service');
      return this.add(otherOperations);
    }
    if (number === undefined && this.names.length >= this.limits.ofAll) {
      this.losses.add('operations beyond the most that are told apart');
      return this.add(otherOperations);
    }
    const added = this.add(name);
    known.add(added);
    return added;
  }

  name(number: number): string {
    return this.names[number];
  }

  private add(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.names.push(name);
    this.numbers.set(name, this.names.length - 1);
    return this.names.length - 1;
  }
}
