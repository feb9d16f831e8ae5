/** One property of a calendar: `DTSTART;TZID=Europe/Berlin:20260105T090000`. */
export type ContentLine = {
  /** in capitals */
  name: string;
  /** by name in capitals, without quotes */
  parameters: Readonly<Record<string, string>>;
  value: string;
  /** from 1, as an editor counts */
  line: number;
};

/** Where the name with its parameters ends: the first colon outside quotes. */
const colonOf = (text: string): number => {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (sign === ':' && !quoted) return at;
  }
  return -1;
};

const unquoted = (text: string) => text.replace(/^"(.*)"$/, '$1');

const parametersOf = (parts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    parts.map(part => {
      const [name] = part.split('=', 1);
      return [name.toUpperCase(), unquoted(part.slice(name.length + 1))];
    }),
  );

/** Semicolons apart, where they stand outside quotes. */
const SEMICOLONS = /;(?=(?:[^"]*"[^"]*")*[^"]*$)/;

/** Nobody's name with its parameters is longer. */
const HEAD_AT_MOST = 1000;

const readLine = (text: string, line: number): ContentLine | undefined => {
  const colon = colonOf(text);
  if (colon < 1 || colon > HEAD_AT_MOST) return undefined;
  const [name, ...parameters] = text.slice(0, colon).split(SEMICOLONS);
  return {
    name: name.toUpperCase(),
    parameters: parametersOf(parameters),
    value: text.slice(colon + 1),
    line,
  };
};

/**
 * The properties of a calendar, in order: lines that go on in the next one are
 * joined (RFC 5545, 3.1), what is no property is passed over.
 */
export function* contentLines(text: string): Generator<ContentLine> {
  let joined: string[] = [];
  let line = 1;
  let begun = 1;
  for (let at = 0; at <= text.length; line++) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const whole = text.slice(at, text[stop - 1] === '\r' ? stop - 1 : stop);
    if (whole[0] === ' ' || whole[0] === '\t') {
      joined.push(whole.slice(1));
    } else {
      const read = readLine(joined.join(''), begun);
      if (read) yield read;
      joined = [whole];
      begun = line;
    }
    at = stop + 1;
  }
  const last = readLine(joined.join(''), begun);
  if (last) yield last;
}

/** `\,`, `\;`, `\n` and `\\` as what they stand for. */
export const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) =>
    sign === 'n' || sign === 'N' ? '\n' : sign,
  );
