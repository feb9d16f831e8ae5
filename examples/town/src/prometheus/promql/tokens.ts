import { parseError } from './PromqlError.ts';

export type Token = {
  kind: 'number' | 'duration' | 'string' | 'word' | 'sign' | 'end';
  /** as written; of a string what it means */
  text: string;
  /** where it begins in the query */
  at: number;
};

const BLANK = /(?:\s|#[^\n]*)+/y;
const DURATION = /(?:\d+(?:ms|[smhdwy]))+(?![\w.])/y;
const NUMBER = /0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = /[a-zA-Z_:][\w:]*/y;
const SIGN = /=~|!~|==|!=|<=|>=|[-+*/%^=<>(){}[\],:@]/y;
const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/y;

const matchAt = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** Cuts a query into tokens; the last is its end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let brackets = 0;
  for (;;) {
    at += matchAt(BLANK, text, at)?.length ?? 0;
    if (at >= text.length) return [...tokens, { kind: 'end', text: '', at }];
    const token = tokenAt(text, at, brackets > 0);
    if (token.text === '[' && token.kind === 'sign') brackets++;
    if (token.text === ']' && token.kind === 'sign') brackets--;
    tokens.push({ ...token, at });
    at += token.length;
  }
}

function tokenAt(text: string, at: number, inBrackets: boolean) {
  const string = matchAt(STRING, text, at);
  if (string !== undefined) {
    const meant = meaningOf(string, () =>
      parseError(text, at, 'unknown escape sequence in string'),
    );
    return { kind: 'string' as const, text: meant, length: string.length };
  }
  const kinds = [
    ['duration', DURATION],
    ['number', NUMBER],
    // Between brackets a colon parts range and resolution; elsewhere it belongs to a name.
    ...(inBrackets ? [] : [['word', WORD] as const]),
    ['sign', SIGN],
    ['word', WORD],
  ] as const;
  for (const [kind, pattern] of kinds) {
    const found = matchAt(pattern, text, at);
    if (found !== undefined) return { kind, text: found, length: found.length };
  }
  if (/["'`]/.test(text[at])) {
    throw parseError(text, at, 'unterminated quoted string');
  }
  throw parseError(text, at, `unexpected character: '${text[at]}'`);
}

const ESCAPES: Record<string, string> = {
  ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  ...{ '\\': '\\', '"': '"', "'": "'" },
};

/** Go's escapes; between backticks there are none. */
function meaningOf(quoted: string, wrong: () => Error): string {
  const inner = quoted.slice(1, -1);
  if (quoted.startsWith('`')) return inner;
  return inner.replace(
    /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[0-7]{3}|.)/g,
    (_, escape: string) => {
      if (/^[xu].+/.test(escape)) {
        return String.fromCharCode(parseInt(escape.slice(1), 16));
      }
      if (/^[0-7]{3}$/.test(escape)) {
        return String.fromCharCode(parseInt(escape, 8));
      }
      const meant = ESCAPES[escape];
      if (meant === undefined) throw wrong();
      return meant;
    },
  );
}

const UNITS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};

/** `1h30m` in milliseconds; undefined when it is none. */
export function durationMs(text: string): number | undefined {
  if (!/^(?:\d+(?:ms|[smhdwy]))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit],
    0,
  );
}
