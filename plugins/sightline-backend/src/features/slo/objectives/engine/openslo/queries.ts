/**
 * Our convention: `$window` in a query stands for the length of the window that
 * is asked about. `{{.window}}`, as Sloth writes it, is understood, too.
 */
const forms = /\{\{\s*\.window\s*\}\}|\$\{window\}/g;

export const withWindow = (query: string): string =>
  query.replace(forms, '$window').trim();

export const namesWindow = (query: string): boolean =>
  /\$window(?![A-Za-z0-9_])/.test(query);

/** Variables other tools put in, which nobody replaces here. */
const foreign = /\$__\w+|\$\{?(interval|rate_interval|range)\b\}?/;

/** A window that is written out: `[5m]`. */
const fixed = /\[\s*\d+\w*\s*\]/;

/** What is wrong with a query that counts events, if anything. */
export const adviceOnWindow = (query: string): string | undefined => {
  const [variable] = foreign.exec(query) ?? [];
  if (variable) {
    return `has ${variable}, which nothing replaces here; write $window instead`;
  }
  if (namesWindow(query)) {
    return undefined;
  }
  const [range] = fixed.exec(query) ?? [];
  return range
    ? `has the fixed range ${range}; write [$window] instead, which stands for each window that is asked about`
    : 'has no $window; write what happened in a window, such as sum(increase(http_requests_total[$window]))';
};
