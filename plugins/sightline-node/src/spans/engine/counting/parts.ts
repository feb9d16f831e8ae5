import type { CallNode } from '@sightline/backstage-plugin-sightline-common';
import type { LatencyCounts } from '../CallsReport';
import { CountByNumber } from './CountByNumber';

export type Names = {
  node(number: number): CallNode;
  operation(number: number): string;
};

/** The nodes that one report speaks of, each once. */
export class PartNodes {
  readonly all: CallNode[] = [];
  private readonly indexes = new Map<number, number>();

  constructor(private readonly names: Names) {}

  indexOf(number: number): number {
    const known = this.indexes.get(number);
    if (known !== undefined) return known;
    this.indexes.set(number, this.all.length);
    return this.all.push(this.names.node(number)) - 1;
  }
}

const hexBytes = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);

const hexWord = (word: number): string =>
  hexBytes[word >>> 24] +
  hexBytes[(word >>> 16) & 255] +
  hexBytes[(word >>> 8) & 255] +
  hexBytes[word & 255];

/** Four words as 32 hexadecimal digits. */
export const traceId = (words: Int32Array, at: number): string =>
  hexWord(words[at]) +
  hexWord(words[at + 1]) +
  hexWord(words[at + 2]) +
  hexWord(words[at + 3]);

/** Cells `row * width + bucket` → count, by row and with buckets ascending. */
export const latenciesByRow = (
  cells: CountByNumber,
  width: number,
): Map<number, LatencyCounts> => {
  const byRow = new Map<number, LatencyCounts>();
  let current = -1;
  let counts: LatencyCounts = [];
  for (const number of cells.numbers()) {
    const row = Math.floor(number / width);
    if (row !== current) {
      current = row;
      counts = [];
      byRow.set(row, counts);
    }
    counts.push(number % width, cells.countOf(number));
  }
  return byRow;
};
