const special: Record<string, number> = {
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
  const value = special[text] ?? Number(text);
  if (text === '' || (Number.isNaN(value) && text !== 'NaN')) {
    throw new TypeError(`'${text}' is no value of a sample`);
  }
  return value;
};
