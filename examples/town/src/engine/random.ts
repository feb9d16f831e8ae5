/** Chance that repeats itself: the same seed gives the same numbers on every machine. */
export type Random = {
  /** [0, 1) */
  next(): number;
  /** how far from the middle, in standard deviations */
  gaussian(): number;
  /** an identifier of so many bytes, never all zero */
  hex(bytes: number): string;
  /** one of 0 … count - 1 */
  below(count: number): number;
};

/** cyrb128: four well mixed words from a text. */
function wordsOf(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** sfc32 by Chris Doty-Humphrey: small, fast, passes PractRand. */
export function seededRandom(seed: string): Random {
  let [a, b, c, counter] = wordsOf(seed);
  const word = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) word();

  const next = () => word() / 4294967296;
  const hex = (bytes: number): string => {
    let digits = '';
    for (let i = 0; i < bytes; i += 4) {
      digits += word().toString(16).padStart(8, '0');
    }
    return /[^0]/.test(digits) ? digits.slice(0, bytes * 2) : hex(bytes);
  };
  return {
    next,
    hex,
    below: count => Math.floor(next() * count),
    // Box and Muller; 1 - next() keeps the logarithm finite.
    gaussian: () =>
      Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
