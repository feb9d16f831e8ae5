const special: Record<string, number | undefined> = {
  NaN: Number.NaN,
  '+Inf': Number.POSITIVE_INFINITY,
  Inf: Number.POSITIVE_INFINITY,
  '-Inf': Number.NEGATIVE_INFINITY,
};

/**
 * A sample's value from its text. JSON has no word for infinity, so Prometheus
 * sends all values as text, and JavaScript does not read its words for them:
 * `Number('+Inf')` is NaN.
 */
export const sampleValue = (text: string): number => {
  const value = Number(text);
  // Nearly all are numbers: to look each up by name costs more than to read it.
  if (!Number.isNaN(value) && text !== '') return value;
  const named = Object.hasOwn(special, text) ? special[text] : undefined;
  if (named === undefined) {
    throw new TypeError(`'${text}' is no value of a sample`);
  }
  return named;
};
