import { COMPARISONS } from './syntax.ts';

/** As Go's math.Pow: 1 to whatever is 1. */
const power = (a: number, b: number) =>
  a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b;

const arithmetic: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': power,
  atan2: Math.atan2,
};

const comparisons: Record<string, (a: number, b: number) => boolean> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

/** What an operator makes of two numbers, and whether they pass where it is a filter. */
export function operate(op: string, a: number, b: number) {
  if (COMPARISONS.has(op)) return { value: a, keep: comparisons[op](a, b) };
  return { value: arithmetic[op](a, b), keep: true };
}

export const isFilter = (op: string, bool: boolean) =>
  COMPARISONS.has(op) && !bool;
