import { RowIndex } from '../columns/RowIndex';
import { HeldNames } from '../describing/HeldNames';

export const noStep = -1;

/** A step as numbers: of the step before or `noStep`, and who called only where that is so. */
export type StepKey = {
  parent: number;
  caller: number;
  callee: number;
  operation: number;
  way: number;
};

/**
 * The ways that journeys took, by number; a step comes after the one before it.
 *
 * ```
 *   parent  caller   callee   operation    way
 *   -       outside  orders   POST /orders http, sync    0
 *   0       -        payments Charge       grpc, sync    1
 * ```
 */
export class StepTable {
  private readonly index = new RowIndex(5);

  constructor(private readonly atMost: number) {}

  /** The step's number, or `noStep` when there is no more room. */
  numberOf(
    parent: number,
    caller: number,
    callee: number,
    operation: number,
    way: number,
  ): number {
    const { index } = this;
    const { probe } = index;
    probe[0] = parent;
    probe[1] = caller;
    probe[2] = callee;
    probe[3] = operation;
    probe[4] = way;
    const known = index.find();
    if (known !== -1) return known;
    return index.count < this.atMost ? index.add() : noStep;
  }

  step(number: number): StepKey {
    const { index } = this;
    return {
      parent: index.cell(number, 0),
      caller: index.cell(number, 1),
      callee: index.cell(number, 2),
      operation: index.cell(number, 3),
      way: index.cell(number, 4),
    };
  }

  hold(held: HeldNames) {
    for (let number = 0; number < this.index.count; number++) {
      held.node(this.index.cell(number, 1));
      held.node(this.index.cell(number, 2));
      held.operation(this.index.cell(number, 3));
    }
  }

  clear() {
    this.index.clear();
  }
}
