import { signatures, type Signature } from './signatures.ts';
import {
  COMPARISONS,
  PARAMETRIC,
  SETS,
  type Aggregation,
  type Binary,
  type Call,
  type Expression,
  type ValueType,
} from './syntax.ts';

type Fail = (at: number, message: string) => Error;

/** What an expression comes to. Throws where its parts do not fit together. */
export function checkTypes(expression: Expression, fail: Fail): ValueType {
  switch (expression.kind) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'selector':
      return expression.rangeMs === undefined
        ? 'instant vector'
        : 'range vector';
    case 'subquery': {
      const type = checkTypes(expression.of, fail);
      if (type === 'instant vector') return 'range vector';
      throw fail(
        expression.at,
        `subquery is only allowed on instant vector, got ${type} instead`,
      );
    }
    case 'parentheses':
      return checkTypes(expression.of, fail);
    case 'negative': {
      const type = checkTypes(expression.of, fail);
      if (type === 'scalar' || type === 'instant vector') return type;
      throw fail(
        expression.at,
        `unary expression only allowed on expressions of type scalar or instant vector, got "${type}"`,
      );
    }
    case 'aggregation':
      return checkAggregation(expression, fail);
    case 'call':
      return checkCall(expression, fail);
    default:
      return checkBinary(expression, fail);
  }
}

function expectType(options: {
  expression: Expression;
  wanted: ValueType;
  where: string;
  fail: Fail;
}) {
  const { expression, wanted, where, fail } = options;
  const type = checkTypes(expression, fail);
  if (type === wanted) return;
  throw fail(expression.at, `expected type ${wanted} in ${where}, got ${type}`);
}

function checkAggregation(
  { op, parameter, of }: Aggregation,
  fail: Fail,
): ValueType {
  const where = 'aggregation expression';
  expectType({ expression: of, wanted: 'instant vector', where, fail });
  if (parameter) {
    const wanted = PARAMETRIC[op];
    const of_ = 'aggregation parameter';
    expectType({ expression: parameter, wanted, where: of_, fail });
  }
  return 'instant vector';
}

function checkCall({ name, args, at }: Call, fail: Fail): ValueType {
  const signature: Signature | undefined = signatures.get(name);
  if (!signature) throw fail(at, `unknown function with name "${name}"`);
  const { takes, optional = 0, repeats = false, gives } = signature;
  const least = takes.length - optional;
  const said = `argument(s) in call to "${name}", got ${args.length}`;
  if (args.length < least) {
    const bound = optional > 0 || repeats ? 'at least ' : '';
    throw fail(at, `expected ${bound}${least} ${said}`);
  }
  if (args.length > takes.length && !repeats) {
    const bound = optional > 0 ? 'at most ' : '';
    throw fail(at, `expected ${bound}${takes.length} ${said}`);
  }
  args.forEach((expression, i) => {
    const wanted = takes[Math.min(i, takes.length - 1)];
    const where = `call to function "${name}"`;
    expectType({ expression, wanted, where, fail });
  });
  return gives;
}

function checkBinary(binary: Binary, fail: Fail): ValueType {
  const { op, left, right, bool, matching, at } = binary;
  const types = [checkTypes(left, fail), checkTypes(right, fail)];
  const isScalar = types.map(type => type === 'scalar');
  const wrong = types.findIndex(
    (type, i) => !isScalar[i] && type !== 'instant vector',
  );
  if (wrong >= 0) {
    throw fail(
      beginOf([left, right][wrong]),
      'binary expression must contain only scalar and instant vector types',
    );
  }
  if (bool && !COMPARISONS.has(op)) {
    throw fail(at, 'bool modifier can only be used on comparison operators');
  }
  const bothScalar = isScalar[0] && isScalar[1];
  if (bothScalar && COMPARISONS.has(op) && !bool) {
    throw fail(at, 'comparisons between scalars must use BOOL modifier');
  }
  if (SETS.has(op)) {
    if (isScalar[0] || isScalar[1]) {
      throw fail(
        beginOf(left),
        `set operator "${op}" not allowed in binary scalar expression`,
      );
    }
    if (matching?.many) {
      throw fail(at, `no grouping allowed for "${op}" operation`);
    }
  } else if (matching && (isScalar[0] || isScalar[1])) {
    throw fail(at, 'vector matching only allowed between instant vectors');
  }
  return bothScalar ? 'scalar' : 'instant vector';
}

/** A binary expression is at its operator, but begins on the left of it. */
const beginOf = (expression: Expression): number =>
  expression.kind === 'binary' ? beginOf(expression.left) : expression.at;
