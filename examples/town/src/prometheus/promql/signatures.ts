import type { ValueType } from './syntax.ts';

export type Signature = {
  takes: ValueType[];
  /** how many of the last may be left out */
  optional?: number;
  /** the last may come as often as somebody likes, or not at all */
  repeats?: boolean;
  gives: ValueType;
};

const VECTOR = 'instant vector' as const;
const RANGE = 'range vector' as const;

const ofRange = [
  ...['rate', 'increase', 'irate', 'delta', 'idelta', 'changes', 'resets'],
  ...[
    'sum',
    'avg',
    'min',
    'max',
    'count',
    'last',
    'present',
    'stddev',
    'stdvar',
  ].map(name => `${name}_over_time`),
  'absent_over_time',
];

const ofVector = [
  ...['abs', 'ceil', 'floor', 'exp', 'ln', 'log2', 'log10', 'sqrt', 'sgn'],
  ...['timestamp', 'absent', 'sort', 'sort_desc'],
  ...['histogram_count', 'histogram_sum'],
];

const all = (names: string[], signature: Signature) =>
  names.map(name => [name, signature] as const);

/** Every function there is, by name. */
export const signatures: ReadonlyMap<string, Signature> = new Map([
  ...all(ofRange, { takes: [RANGE], gives: VECTOR }),
  ...all(ofVector, { takes: [VECTOR], gives: VECTOR }),
  ...all(['time', 'pi'], { takes: [], gives: 'scalar' }),
  ...all(['vector'], { takes: ['scalar'], gives: VECTOR }),
  ...all(['scalar'], { takes: [VECTOR], gives: 'scalar' }),
  ...all(['round'], { takes: [VECTOR, 'scalar'], optional: 1, gives: VECTOR }),
  ...all(['clamp_min', 'clamp_max'], {
    takes: [VECTOR, 'scalar'],
    gives: VECTOR,
  }),
  ...all(['clamp'], { takes: [VECTOR, 'scalar', 'scalar'], gives: VECTOR }),
  ...all(['histogram_quantile'], { takes: ['scalar', VECTOR], gives: VECTOR }),
  ...all(['histogram_fraction'], {
    takes: ['scalar', 'scalar', VECTOR],
    gives: VECTOR,
  }),
  ...all(['quantile_over_time'], { takes: ['scalar', RANGE], gives: VECTOR }),
  ...all(['label_replace'], {
    takes: [VECTOR, 'string', 'string', 'string', 'string'],
    gives: VECTOR,
  }),
  ...all(['label_join'], {
    takes: [VECTOR, 'string', 'string', 'string'],
    optional: 1,
    repeats: true,
    gives: VECTOR,
  }),
]);
