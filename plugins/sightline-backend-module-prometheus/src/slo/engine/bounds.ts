const matcher = /\ble\s*=~?\s*["']([^"']*)["']/;
const named = /([A-Za-z_:][\w:]*)\s*\{[^{}]*\ble\s*=/;
const namedByLabel = /\{[^{}]*\b__name__\s*=\s*"([^"]+)"[^{}]*\ble\s*=/;

/** Which histogram a question is about, and up to which of its bounds. */
export const boundIn = (
  text: string,
): { metric: string; bound: string } | undefined => {
  const [, value] = matcher.exec(text) ?? [];
  const [, metric] = namedByLabel.exec(text) ?? named.exec(text) ?? [];
  if (value === undefined || metric === undefined) return undefined;
  // `1` or `1.0`, and dots that are nothing but dots, as patterns say it.
  const bound = value
    .replace(/\((\\\\\.|\[\.\])0\+?\)\?$/, '')
    .replaceAll(/\\\\\.|\[\.\]/g, '.');
  return { metric, bound };
};

const shown = 20;

/** @param there values of `le` that the histogram has, for any service */
export const boundInWords = (
  bound: string,
  there: readonly string[],
): string => {
  const bounds = [...new Set(there.map(Number).filter(Number.isFinite))].sort(
    (a, b) => a - b,
  );
  if (bounds.length === 0) {
    return `No bucket ends at ${bound}: the histogram has none at all`;
  }
  if (bounds.includes(Number(bound))) {
    return `No bucket of this service ends at ${bound}, as those of others do`;
  }
  const more = bounds.length > shown ? ' …' : '';
  return `No bucket ends at ${bound}; there are ${bounds
    .slice(0, shown)
    .join(', ')}${more}`;
};
