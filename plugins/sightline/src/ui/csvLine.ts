/** What may stand in a cell; nothing is an empty cell. */
export type Cell = string | number | boolean | undefined;

/** Spreadsheets run a text that begins like this as a formula, also behind blanks. */
const formula = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

const cell = (value: Cell): string => {
  if (typeof value !== 'string') {
    return String(value ?? '');
  }
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n;\t']/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/**
 * One line of CSV (RFC 4180) with its line end; no text in it is run.
 *
 * @example `csvLine(['=1+1', 'a,b'])` is `"'=1+1","a,b"\r\n`
 */
export const csvLine = (cells: readonly Cell[]): string =>
  `${cells.map(cell).join(',')}\r\n`;
