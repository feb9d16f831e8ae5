import { checkTypes } from './checkTypes.ts';
import { cursorOf, type Cursor } from './Cursor.ts';
import { parsePostfix, parseSelector } from './parseSelector.ts';
import {
  AGGREGATIONS,
  PARAMETRIC,
  type Binary,
  type Expression,
  type Grouping,
  type Matching,
} from './syntax.ts';

/** From what binds loosest to what binds tightest, as in Prometheus. */
const LEVELS = [
  ['or'],
  ['and', 'unless'],
  ['==', '!=', '<=', '<', '>=', '>'],
  ['+', '-'],
  ['*', '/', '%', 'atan2'],
];

/** The text of a query as a tree whose types fit together. */
export function parseQuery(text: string): Expression {
  const cursor = cursorOf(text);
  if (cursor.peek().kind === 'end') {
    throw cursor.fail(0, 'no expression found in input');
  }
  const expression = parseExpression(cursor);
  if (cursor.peek().kind !== 'end') throw cursor.unexpected('');
  checkTypes(expression, cursor.fail);
  return expression;
}

function parseExpression(cursor: Cursor, level = 0): Expression {
  if (level === LEVELS.length) return parseUnary(cursor);
  let left = parseExpression(cursor, level + 1);
  for (;;) {
    const { at } = cursor.peek();
    const op = takeOperator(cursor, LEVELS[level]);
    if (op === undefined) return left;
    const said = parseModifiers(cursor, at);
    const right = parseExpression(cursor, level + 1);
    left = { kind: 'binary', op, left, right, ...said, at };
  }
}

const takeOperator = (cursor: Cursor, operators: string[]) =>
  operators.find(sign => cursor.take(sign)) ?? cursor.takeWord(...operators);

/** `-2^2` is -4: a sign binds less than a power, and more than all else. */
function parseUnary(cursor: Cursor): Expression {
  const { at } = cursor.peek();
  if (cursor.take('+')) return parseUnary(cursor);
  if (cursor.take('-')) {
    const of = parseUnary(cursor);
    if (of.kind === 'number') return { ...of, value: -of.value, at };
    return { kind: 'negative', of, at };
  }
  return parsePower(cursor);
}

function parsePower(cursor: Cursor): Expression {
  const left = parsePostfix(cursor, parseOperand(cursor));
  const { at } = cursor.peek();
  if (!cursor.take('^')) return left;
  const said = parseModifiers(cursor, at);
  // To the right: 2^3^2 is 2^9.
  const right = parseUnary(cursor);
  return { kind: 'binary', op: '^', left, right, ...said, at };
}

/** `bool`, `on (…) group_left (…)` between an operator and its right side. */
function parseModifiers(
  cursor: Cursor,
  at: number,
): Pick<Binary, 'bool' | 'matching'> {
  const bool = cursor.takeWord('bool') !== undefined;
  const how = cursor.takeWord('on', 'ignoring');
  if (how === undefined) return { bool };
  const labels = parseLabels(cursor);
  const group = cursor.takeWord('group_left', 'group_right');
  const matching: Matching = { on: how === 'on', labels, include: [] };
  if (group !== undefined) {
    matching.many = group === 'group_left' ? 'left' : 'right';
    if (cursor.peek().text === '(') matching.include = parseLabels(cursor);
    const twice = matching.include.find(
      label => matching.on && labels.includes(label),
    );
    if (twice !== undefined) {
      throw cursor.fail(
        at,
        `label "${twice}" must not occur in ON and GROUP clause at once`,
      );
    }
  }
  return { bool, matching };
}

function parseLabels(cursor: Cursor): string[] {
  const where = 'in grouping opts, expected label';
  const labels: string[] = [];
  cursor.expect('(', 'in grouping opts, expected "("');
  while (!cursor.take(')')) {
    const { kind, text } = cursor.peek();
    if (kind !== 'word' || text.includes(':')) throw cursor.unexpected(where);
    labels.push(cursor.next().text);
    if (!cursor.take(',') && cursor.peek().text !== ')') {
      throw cursor.unexpected('in grouping opts, expected "," or ")"');
    }
  }
  return labels;
}

function parseOperand(cursor: Cursor): Expression {
  const { kind, text, at } = cursor.peek();
  if (cursor.take('(')) {
    const of = parseExpression(cursor);
    cursor.expect(')', 'in parentheses, expected ")"');
    return { kind: 'parentheses', of, at };
  }
  if (kind === 'sign' && text === '{') return parseSelector(cursor, at);
  if (kind === 'number') {
    cursor.next();
    return { kind, value: Number(text), at };
  }
  if (kind === 'string') {
    cursor.next();
    return { kind, value: text, at };
  }
  if (kind === 'word') return parseNamed(cursor);
  throw cursor.unexpected('');
}

const NUMBERS: Record<string, number> = { inf: Infinity, nan: NaN };

/** A number, an aggregation, a function or a metric: what follows the word tells. */
function parseNamed(cursor: Cursor): Expression {
  const { text, at } = cursor.next();
  const word = text.toLowerCase();
  const follows = cursor.peek();
  const opens = follows.kind === 'sign' && follows.text === '(';
  const groups =
    follows.kind === 'word' && /^(by|without)$/i.test(follows.text);
  if (AGGREGATIONS.has(word) && (opens || groups)) {
    return parseAggregation(cursor, word, at);
  }
  if (opens) {
    return { kind: 'call', name: text, args: parseArguments(cursor), at };
  }
  if (word in NUMBERS) return { kind: 'number', value: NUMBERS[word], at };
  return parseSelector(cursor, at, text);
}

function parseArguments(cursor: Cursor): Expression[] {
  const args: Expression[] = [];
  cursor.expect('(', 'in call');
  while (!cursor.take(')')) {
    args.push(parseExpression(cursor));
    if (cursor.take(',')) continue;
    cursor.expect(')', 'in call, expected "," or ")"');
    break;
  }
  return args;
}

/** The labels may stand before or behind what is aggregated. */
function parseAggregation(cursor: Cursor, op: string, at: number): Expression {
  const before = parseGrouping(cursor);
  const args = parseArguments(cursor);
  const grouping = before ??
    parseGrouping(cursor) ?? { without: false, labels: [] };
  const wanted = op in PARAMETRIC ? 2 : 1;
  if (args.length !== wanted) {
    throw cursor.fail(
      at,
      `wrong number of arguments for aggregate expression provided, expected ${wanted}, got ${args.length}`,
    );
  }
  const of = args[args.length - 1];
  const parameter = wanted === 2 ? args[0] : undefined;
  return { kind: 'aggregation', op, parameter, of, grouping, at };
}

function parseGrouping(cursor: Cursor): Grouping | undefined {
  const word = cursor.takeWord('by', 'without');
  if (word === undefined) return undefined;
  return { without: word === 'without', labels: parseLabels(cursor) };
}
