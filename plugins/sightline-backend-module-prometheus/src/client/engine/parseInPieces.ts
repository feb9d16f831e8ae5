const opening = '"result":[';
const seam = ',{"metric":';
/** Characters that are read at once: some hundred series. */
const piece = 32_768;

type Stretch = { from: number; to: number };

/**
 * JSON of an answer, its series read a few at a time while somebody takes them:
 *
 * ```
 *   {"status":"success","data":{"resultType":"vector","result":[{…},{…},{…}]}}
 *                                                               └─ later ─┘
 * ```
 * Ten thousand series at once are megabytes of objects that live just long enough
 * to be moved out of the nursery, and collecting them costs more than reading them.
 *
 * A quote within a text is written `\"`, so the seam between two series is found
 * nowhere else. What does not look like this is read as a whole.
 */
export const parseInPieces = (text: string): unknown => {
  const series = text.length > piece ? findSeries(text) : undefined;
  if (!series) return JSON.parse(text);
  const around = text.slice(0, series.from) + text.slice(series.to);
  const json = JSON.parse(around) as { data?: { result?: unknown } };
  if (!Array.isArray(json.data?.result)) return JSON.parse(text);
  json.data.result = { [Symbol.iterator]: () => piecesOf(text, series) };
  return json;
};

const findSeries = (text: string): Stretch | undefined => {
  const from = text.indexOf(opening) + opening.length;
  const isList = from >= opening.length && text.startsWith(seam.slice(1), from);
  if (!isList) return undefined;
  const last = text.lastIndexOf(seam);
  const to = endOfObject(text, last < from ? from : last + 1);
  return to !== undefined && text[to] === ']' ? { from, to } : undefined;
};

/** Behind the brace that closes the object which begins here. */
const endOfObject = (text: string, from: number): number | undefined => {
  let depth = 0;
  let isQuoted = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (isQuoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
};

function* piecesOf(text: string, { from, to }: Stretch): Generator<unknown> {
  for (let at = from; at < to; ) {
    const found = text.indexOf(seam, at + piece);
    const end = found === -1 || found > to ? to : found;
    yield* JSON.parse(`[${text.slice(at, end)}]`);
    at = end + 1;
  }
}
