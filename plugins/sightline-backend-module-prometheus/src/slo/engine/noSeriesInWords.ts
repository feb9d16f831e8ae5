const shown = 3;

/**
 * That nothing was found, in a sentence of its own; then where, as one would ask
 * for it oneself.
 *
 * @param keys values of the labels, as `keyOf` writes them
 * @example `Prometheus has no figures of orders. No series has {service_namespace="shop", service_name="orders"}`
 */
export const noSeriesInWords = (
  service: string,
  labels: readonly string[],
  keys: readonly string[],
): string => {
  const nothing = `Prometheus has no figures of ${service}.`;
  if (keys.length === 0) {
    return `${nothing} No series can be looked for: its name is that of another service`;
  }
  const selectors = keys.slice(0, shown).map(key => {
    const values: string[] = JSON.parse(key);
    const pairs = labels.map(
      (label, nth) => `${label}=${JSON.stringify(values[nth] ?? '')}`,
    );
    return `{${pairs.join(', ')}}`;
  });
  const more = keys.length - shown;
  const rest = more > 0 ? [`${more} more of its names`] : [];
  return `${nothing} No series has ${[...selectors, ...rest].join(' or ')}`;
};
