import type { Cursor } from './Cursor.ts';
import { patternOf } from './matching.ts';
import type { Expression, Matcher, Selector, Shift } from './syntax.ts';
import { durationMs } from './tokens.ts';

/** `name{label="value"}`, each half optional. */
export function parseSelector(
  cursor: Cursor,
  at: number,
  name?: string,
): Selector {
  const matchers: Matcher[] = [];
  if (name !== undefined) {
    matchers.push({ name: '__name__', op: '=', value: name });
  }
  if (cursor.take('{')) matchers.push(...parseMatchers(cursor));
  const [, second] = matchers.filter(label => label.name === '__name__');
  if (name !== undefined && second) {
    throw cursor.fail(
      at,
      `metric name must not be set twice: "${name}" or "${second.value}"`,
    );
  }
  if (matchers.every(isFine)) {
    throw cursor.fail(
      at,
      'vector selector must contain at least one non-empty matcher',
    );
  }
  return { kind: 'selector', matchers, offsetMs: 0, at };
}

/** Whether a series without the label fits. */
const isFine = ({ op, value }: Matcher) => {
  if (op === '=') return value === '';
  if (op === '!=') return value !== '';
  return patternOf(value).test('') === (op === '=~');
};

const OPERATORS = ['=~', '!~', '!=', '='] as const;

function parseMatchers(cursor: Cursor): Matcher[] {
  const matchers: Matcher[] = [];
  while (!cursor.take('}')) {
    const label = cursor.peek();
    if (label.kind !== 'word' || label.text.includes(':')) {
      throw cursor.unexpected('in label matching, expected identifier or "}"');
    }
    cursor.next();
    const op = OPERATORS.find(sign => cursor.take(sign));
    if (!op) {
      throw cursor.unexpected(
        'in label matching, expected "=", "!=", "=~", "!~"',
      );
    }
    const value = cursor.peek();
    if (value.kind !== 'string') {
      throw cursor.unexpected('in label matching, expected string');
    }
    cursor.next();
    if (op === '=~' || op === '!~') checkPattern(cursor, value.text, value.at);
    matchers.push({ name: label.text, op, value: value.text });
    if (!cursor.take(',') && cursor.peek().text !== '}') {
      throw cursor.unexpected('in label matching, expected "," or "}"');
    }
  }
  return matchers;
}

function checkPattern(cursor: Cursor, pattern: string, at: number) {
  try {
    patternOf(pattern);
  } catch (error) {
    // "Invalid regular expression: /…/: Unterminated group"
    const reason = (error as Error).message.split(': ').pop();
    throw cursor.fail(at, `error parsing regexp: ${reason}`);
  }
}

function parseDuration(cursor: Cursor, where: string): number {
  const { kind, text } = cursor.peek();
  const ms = kind === 'duration' ? durationMs(text) : undefined;
  if (ms === undefined) throw cursor.unexpected(`${where}, expected duration`);
  cursor.next();
  return ms;
}

/** What follows an operand: `[5m]`, `[1h:1m]`, `offset 5m`, `@ 1609746000`. */
export function parsePostfix(cursor: Cursor, operand: Expression): Expression {
  let expression = operand;
  const shifted = new Set<string>();
  for (;;) {
    const { at } = cursor.peek();
    if (cursor.take('[')) expression = parseRange(cursor, expression, at);
    else if (cursor.takeWord('offset')) {
      const sign = cursor.take('-') ? -1 : 1;
      const offsetMs = sign * parseDuration(cursor, 'in offset');
      expression = shift(cursor, expression, { offsetMs }, shifted);
    } else if (cursor.take('@')) {
      const pinned = parseMoment(cursor);
      expression = shift(cursor, expression, { pinned }, shifted);
    } else return expression;
  }
}

function parseRange(cursor: Cursor, of: Expression, at: number): Expression {
  const { at: durationAt } = cursor.peek();
  const rangeMs = parseDuration(cursor, 'in range');
  if (rangeMs === 0) {
    throw cursor.fail(durationAt, 'duration must be greater than 0');
  }
  if (cursor.take(':')) {
    const stepMs =
      cursor.peek().text === ']'
        ? undefined
        : parseDuration(cursor, 'in subquery selector');
    cursor.expect(']', 'in subquery selector, expected "]"');
    return { kind: 'subquery', of, rangeMs, stepMs, offsetMs: 0, at: of.at };
  }
  cursor.expect(']', 'in range, expected "]" or ":"');
  if (of.kind !== 'selector' || of.rangeMs !== undefined) {
    throw cursor.fail(at, 'ranges only allowed for vector selectors');
  }
  if (of.offsetMs !== 0 || of.pinned !== undefined) {
    throw cursor.fail(at, 'no offset or @ modifiers allowed before range');
  }
  return { ...of, rangeMs };
}

function parseMoment(cursor: Cursor): number | 'start' | 'end' {
  const edge = cursor.takeWord('start', 'end');
  if (edge !== undefined) {
    cursor.expect('(', 'in @');
    cursor.expect(')', 'in @');
    return edge as 'start' | 'end';
  }
  const sign = cursor.take('-') ? -1 : 1;
  if (cursor.peek().kind !== 'number') {
    throw cursor.unexpected('in @, expected timestamp, start() or end()');
  }
  return Math.round(sign * Number(cursor.next().text) * 1000);
}

function shift(
  cursor: Cursor,
  expression: Expression,
  by: Partial<Shift>,
  shifted: Set<string>,
): Expression {
  const { kind, at } = expression;
  const [name] = Object.keys(by);
  const said = name === 'pinned' ? '@' : 'offset';
  if (kind !== 'selector' && kind !== 'subquery') {
    throw cursor.fail(
      at,
      `${said} modifier must be preceded by an instant vector selector or range vector selector or a subquery`,
    );
  }
  if (shifted.has(`${kind} ${said}`)) {
    const what = name === 'pinned' ? '@ <timestamp>' : said;
    throw cursor.fail(at, `${what} may not be set multiple times`);
  }
  shifted.add(`${kind} ${said}`);
  return { ...expression, ...by };
}
