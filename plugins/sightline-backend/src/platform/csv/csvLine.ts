/** What may stand in a cell; nothing is an empty cell. */
export type Cell = string | number | boolean | undefined | null;

/**
 * Spreadsheets run a text that begins like this as a formula, also behind
 * blanks; OWASP: CSV injection. An apostrophe in front makes it text again.
 */
const formula = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

const cell = (value: Cell): string => {
  if (value === undefined || value === null) {
    return '';
  }
  if (typeof value !== 'string') {
    return String(value); // our own numbers: -14 is a number, no formula
  }
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n;\t']/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/**
 * One line of RFC 4180 CSV with its line end.
 *
 * @example `csvLine(['=1+1', 'a,b'])` is `"'=1+1","a,b"\r\n`
 */
export const csvLine = (cells: readonly Cell[]): string =>
  `${cells.map(cell).join(',')}\r\n`;
