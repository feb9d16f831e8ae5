const signOf = (value: number) =>
  Number.isNaN(value) ? NaN : Math.sign(value);

const plain: Record<string, (value: number) => number> = {
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  sgn: signOf,
};

/** Halves go up, as in Prometheus; the inverse is multiplied, because 0.1 is none exactly. */
function rounded(to: number) {
  const inverse = 1 / to;
  return (value: number) => Math.floor(value * inverse + 0.5) / inverse;
}

const above = (least: number) => (value: number) => Math.max(least, value);
const below = (most: number) => (value: number) => Math.min(most, value);

/** A function that makes one number of another, with its parameters; undefined where it makes none. */
export function byNumber(
  name: string,
  [first, second]: number[],
): ((value: number) => number) | undefined {
  switch (name) {
    case 'round':
      return rounded(first ?? 1);
    case 'clamp_min':
      return above(first);
    case 'clamp_max':
      return below(first);
    case 'clamp':
      if (first > second) return undefined;
      return value => Math.max(first, Math.min(second, value));
    default:
      return plain[name];
  }
}
