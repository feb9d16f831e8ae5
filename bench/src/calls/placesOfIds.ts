/** Where a message has this field, with its content's beginning and end. */
type Field = { number: number; from: number; to: number };

const varint = (bytes: Uint8Array, at: number) => {
  let value = 0;
  let scale = 1;
  let next = at;
  for (; bytes[next] > 127; next++, scale *= 128) {
    value += (bytes[next] - 128) * scale;
  }
  return { value: value + bytes[next] * scale, next: next + 1 };
};

const fixedLengths: Record<number, number> = { 1: 8, 5: 4 };

function* fieldsOf(bytes: Uint8Array, from: number, to: number) {
  for (let at = from; at < to; ) {
    const tag = varint(bytes, at);
    const number = Math.floor(tag.value / 8);
    const wire = tag.value % 8;
    const first = wire === 0 || wire === 2 ? varint(bytes, tag.next) : tag;
    const length = wire === 2 ? first.value : fixedLengths[wire] ?? 0;
    const field: Field = { number, from: first.next, to: first.next + length };
    yield field;
    at = field.to;
  }
}

/** Fields by their path, as `1.2.2` for the spans of a request. */
function* fieldsAt(
  bytes: Uint8Array,
  path: readonly number[],
  { from, to }: { from: number; to: number },
): Generator<Field> {
  const [number, ...rest] = path;
  for (const field of fieldsOf(bytes, from, to)) {
    if (field.number !== number) continue;
    if (rest.length === 0) yield field;
    else yield* fieldsAt(bytes, rest, field);
  }
}

const traceId = 1;
const spanId = 2;
const parentSpanId = 4;

/** Where the trace ids, span ids and parents' ids of a request begin. */
export const placesOfIds = (request: Uint8Array): number[] => {
  const whole = { from: 0, to: request.length };
  return [...fieldsAt(request, [1, 2, 2], whole)].flatMap(({ from, to }) =>
    [...fieldsOf(request, from, to)]
      .filter(({ number }) => [traceId, spanId, parentSpanId].includes(number))
      .map(field => field.from),
  );
};
