import { Kept } from './Kept';

/** Objects of one type by their key, and by what they belong to. */
export interface Table<T extends Kept> {
  readonly size: number;
  get(key: string): T | undefined;
  keys(): Iterable<string>;
  values(): Iterable<T>;
  set(row: T): void;
  delete(key: string): void;
  /** the members of a group, in the order in which they came */
  of(group: string): T[];
}
