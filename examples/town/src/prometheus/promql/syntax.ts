/** What a query consists of. `at` is where it begins in the text, for complaints. */
export type Expression =
  | { kind: 'number'; value: number; at: number }
  | { kind: 'string'; value: string; at: number }
  | Selector
  | Subquery
  | Call
  | Aggregation
  | { kind: 'parentheses'; of: Expression; at: number }
  | { kind: 'negative'; of: Expression; at: number }
  | Binary;

export type Matcher = {
  name: string;
  op: '=' | '!=' | '=~' | '!~';
  value: string;
};

/** When a selector looks, if not when it is asked. */
export type Shift = {
  offsetMs: number;
  /** a moment, or an end of the range that is asked for */
  pinned?: number | 'start' | 'end';
};

export type Selector = Shift & {
  kind: 'selector';
  matchers: Matcher[];
  /** a range vector when it is there */
  rangeMs?: number;
  at: number;
};

export type Subquery = Shift & {
  kind: 'subquery';
  of: Expression;
  rangeMs: number;
  /** the server's default when it is left out */
  stepMs?: number;
  at: number;
};

export type Call = {
  kind: 'call';
  name: string;
  args: Expression[];
  at: number;
};

export type Grouping = { without: boolean; labels: string[] };

export type Aggregation = {
  kind: 'aggregation';
  op: string;
  /** of topk and quantile */
  parameter?: Expression;
  of: Expression;
  grouping: Grouping;
  at: number;
};

export type Matching = {
  on: boolean;
  labels: string[];
  /** which side may have many for one of the other */
  many?: 'left' | 'right';
  /** taken over from the side of the one */
  include: string[];
};

export type Binary = {
  kind: 'binary';
  op: string;
  left: Expression;
  right: Expression;
  bool: boolean;
  /** undefined where nobody said anything */
  matching?: Matching;
  at: number;
};

export type ValueType = 'scalar' | 'string' | 'instant vector' | 'range vector';

export const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=']);
export const SETS = new Set(['and', 'or', 'unless']);
export const AGGREGATIONS = new Set([
  ...['sum', 'avg', 'min', 'max', 'count', 'group', 'stddev', 'stdvar'],
  ...['topk', 'bottomk', 'quantile', 'count_values'],
]);
/** Those that want something before the vector. */
export const PARAMETRIC: Record<string, ValueType> = {
  topk: 'scalar',
  bottomk: 'scalar',
  quantile: 'scalar',
  count_values: 'string',
};
