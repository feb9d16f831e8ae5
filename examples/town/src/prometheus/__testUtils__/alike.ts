const NEAR = 1e-9;

const numberOf = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;

/**
 * One answer with the other's numbers wherever they are the same to nine digits, so that
 * the two are equal if they agree.
 */
export function alike(own: unknown, theirs: unknown): unknown {
  const [a, b] = [numberOf(own), numberOf(theirs)];
  if (Number.isFinite(a) && Number.isFinite(b)) {
    return Math.abs(a - b) <= NEAR * Math.abs(b) ? theirs : own;
  }
  if (Array.isArray(own)) {
    const others = Array.isArray(theirs) ? theirs : [];
    return own.map((item, i) => alike(item, others[i]));
  }
  if (typeof own !== 'object' || own === null) return own;
  const other = Object(theirs) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(own).map(([name, item]) => [name, alike(item, other[name])]),
  );
}

const keyOf = (result: unknown) => {
  const { metric } = Object(result) as { metric?: Record<string, string> };
  return metric && JSON.stringify(Object.entries(metric).sort());
};

/** A vector has no order, so it is given one. */
export function inOrder(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (name, value) =>
    name === 'result' && Array.isArray(value) && keyOf(value[0])
      ? [...value].sort((a, b) => (keyOf(a)! < keyOf(b)! ? -1 : 1))
      : value,
  );
}
