import { parseQuery } from './parse.ts';
import { PromqlError } from './PromqlError.ts';
import type { Expression } from './syntax.ts';
import { durationMs } from './tokens.ts';

/** How a query was understood, with parentheses around everything. */
function said(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
    case 'string':
      return JSON.stringify(expression.value);
    case 'parentheses':
      return said(expression.of);
    case 'negative':
      return `(- ${said(expression.of)})`;
    case 'binary':
      return `(${said(expression.left)} ${expression.op} ${said(
        expression.right,
      )})`;
    case 'call':
      return `${expression.name}(${expression.args.map(said).join(', ')})`;
    case 'aggregation':
      return `${expression.op}(${said(expression.of)})`;
    case 'subquery':
      return `${said(expression.of)}[${expression.rangeMs}:${
        expression.stepMs ?? ''
      }]`;
    default:
      return expression.matchers.map(({ value }) => value).join();
  }
}

it.each([
  ['1 + 2 * 3', '(1 + (2 * 3))'],
  ['1 - 2 - 3', '((1 - 2) - 3)'],
  ['2 ^ 3 ^ 2', '(2 ^ (3 ^ 2))'],
  ['-2 ^ 2', '(- (2 ^ 2))'],
  ['2 ^ -1', '(2 ^ -1)'],
  ['-a * b', '((- a) * b)'],
  ['a or b and c unless d', '(a or ((b and c) unless d))'],
  ['a + b > bool c == d', '(((a + b) > c) == d)'],
  ['(1 + 2) * 3', '((1 + 2) * 3)'],
  ['sum by (x) (a)', 'sum(a)'],
  ['SUM(a) BY (x)', 'sum(a)'],
  ['sum', 'sum'],
  ['rate(a[5m])[1h:30s]', 'rate(a)[3600000:30000]'],
  ['a[1h:]', 'a[3600000:]'],
  ['0x10 + .5e1', '(16 + 5)'],
  ["'\\x41\\u00e9\\101\\n'", '"AéA\\n"'],
  ['`\\n`', '"\\\\n"'],
  ['a # to the end\n+ b', '(a + b)'],
])('understands %s', (query, meaning) => {
  expect(said(parseQuery(query))).toBe(meaning);
});

it('reads all that may stand behind a selector', () => {
  const query =
    'job:up:sum{a="1",b!="2",c=~"3",d!~"4",}[1h30m] offset -5m @ 12.5';
  expect(parseQuery(query)).toEqual({
    kind: 'selector',
    matchers: [
      { name: '__name__', op: '=', value: 'job:up:sum' },
      { name: 'a', op: '=', value: '1' },
      { name: 'b', op: '!=', value: '2' },
      { name: 'c', op: '=~', value: '3' },
      { name: 'd', op: '!~', value: '4' },
    ],
    rangeMs: 5_400_000,
    offsetMs: -300_000,
    pinned: 12_500,
    at: 0,
  });
});

it.each([
  ['', '1:1: parse error: no expression found in input'],
  ['sum(rate(x[5m])', '1:16: parse error: unclosed left parenthesis'],
  ['x\n  + "a', '2:5: parse error: unterminated quoted string'],
  ['nothing(x)', '1:1: parse error: unknown function with name "nothing"'],
  [
    'rate(x)',
    '1:6: parse error: expected type range vector in call to function "rate", got instant vector',
  ],
  ['x{a=~"("}', '1:6: parse error: error parsing regexp: Unterminated group'],
  ['x ? y', "1:3: parse error: unexpected character: '?'"],
  ['x y', '1:3: parse error: unexpected identifier "y"'],
])('says where and why it does not understand %j', (query, message) => {
  expect(() => parseQuery(query)).toThrow(new PromqlError('bad_data', message));
});

it.each([
  ['1h30m', 5_400_000],
  ['1d', 86_400_000],
  ['2w', 1_209_600_000],
  ['10ms', 10],
  ['5', undefined],
  ['m', undefined],
  ['', undefined],
])('knows how long %j is', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});
