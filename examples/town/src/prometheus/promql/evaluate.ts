import { aggregate } from './aggregate.ts';
import { combine, combineScalars } from './binary.ts';
import { call } from './call.ts';
import type { Frame } from './Frame.ts';
import { evaluateSubquery, lookAt, lookBack } from './lookBack.ts';
import { withoutName } from './Series.ts';
import type { Aggregation, Binary, Expression } from './syntax.ts';
import { oneOfEach } from './unique.ts';
import type { Sample, Value } from './Value.ts';

/** What an expression comes to at a moment. The types of its parts were checked before. */
export function evaluate(
  expression: Expression,
  atMs: number,
  frame: Frame,
): Value {
  switch (expression.kind) {
    case 'number':
      return { type: 'scalar', value: expression.value };
    case 'string':
      return { type: 'string', value: expression.value };
    case 'parentheses':
      return evaluate(expression.of, atMs, frame);
    case 'selector':
      return expression.rangeMs === undefined
        ? { type: 'vector', samples: lookAt(expression, atMs, frame) }
        : { type: 'matrix', ranges: lookBack(expression, atMs, frame) };
    case 'subquery':
      return {
        type: 'matrix',
        ranges: evaluateSubquery(expression, atMs, frame, evaluate),
      };
    case 'negative':
      return negate(evaluate(expression.of, atMs, frame));
    case 'aggregation':
      return evaluateAggregation(expression, atMs, frame);
    case 'call':
      return call(expression, atMs, frame, evaluate);
    default:
      return evaluateBinary(expression, atMs, frame);
  }
}

export type Evaluate = typeof evaluate;

function negate(value: Value): Value {
  if (value.type === 'scalar') return { ...value, value: -value.value };
  const negative = ({ labels, value: of }: Sample) => ({
    labels: withoutName(labels),
    value: -of,
  });
  return {
    type: 'vector',
    samples: oneOfEach(vectorOf(value).map(negative)),
  };
}

const vectorOf = (value: Value): Sample[] =>
  value.type === 'vector' ? value.samples : [];

function evaluateAggregation(
  { op, of, parameter, grouping }: Aggregation,
  atMs: number,
  frame: Frame,
): Value {
  const said = parameter && evaluate(parameter, atMs, frame);
  const samples = aggregate({
    op,
    grouping,
    samples: vectorOf(evaluate(of, atMs, frame)),
    parameter: said && 'value' in said ? said.value : undefined,
  });
  return { type: 'vector', samples };
}

function evaluateBinary(
  { op, left, right, bool, matching }: Binary,
  atMs: number,
  frame: Frame,
): Value {
  const a = evaluate(left, atMs, frame);
  const b = evaluate(right, atMs, frame);
  if (a.type === 'scalar' && b.type === 'scalar') {
    return { type: 'scalar', value: combineScalars(op, a.value, b.value) };
  }
  return { type: 'vector', samples: combine({ op, a, b, bool, matching }) };
}
