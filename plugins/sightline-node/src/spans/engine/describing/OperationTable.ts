import { Losses } from '../counting/Losses';
import { HeldNames } from './HeldNames';
import { NumberedNames } from './NumberedNames';

const otherOperations = 'other operations';

/**
 * Operations by number. Templates catch most ids in names; what they miss shows
 * as a node with ever more operations, and beyond the cap those are one.
 */
export class OperationTable {
  private readonly names = new NumberedNames<string>();
  private readonly ofNode = new Map<number, Set<number>>();
  /** operations of each node, added up */
  private count = 0;
  private refused = false;

  constructor(
    private readonly limits: { ofANode: number; ofAll: number },
    private readonly losses: Losses,
  ) {}

  /** Every number is below. */
  get end() {
    return this.names.end;
  }

  /** Whether an operation found no room since names were forgotten. */
  get isCrowded() {
    return this.refused;
  }

  numberOf(node: number, name: string): number {
    let known = this.ofNode.get(node);
    if (!known) this.ofNode.set(node, (known = new Set()));
    const number = this.names.numberOf(name);
    if (number !== undefined && known.has(number)) return number;
    if (known.size >= this.limits.ofANode) {
      return this.refuse('operations beyond the most of one service');
    }
    if (this.count >= this.limits.ofAll) {
      return this.refuse('operations beyond the most that are told apart');
    }
    const added = number ?? this.names.add(name, name);
    known.add(added);
    this.count += 1;
    return added;
  }

  name(number: number): string {
    return this.names.thing(number);
  }

  /** A service then has room for as many operations again: which were its own is not held. */
  keepOnly(held: HeldNames) {
    this.names.keepOnly(number => held.hasOperation(number));
    this.ofNode.clear();
    this.count = 0;
    this.refused = false;
  }

  private refuse(cause: string): number {
    this.refused = true;
    this.losses.add(cause);
    return (
      this.names.numberOf(otherOperations) ??
      this.names.add(otherOperations, otherOperations)
    );
  }
}
