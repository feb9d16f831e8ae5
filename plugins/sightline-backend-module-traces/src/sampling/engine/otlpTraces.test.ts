import { asOtlp, orderTrace } from '../../__testUtils__/fakeTraces';
import { beginOfTraces, slicesOfTraces } from './otlpTraces';

const begin = 1_790_000_000_000;
const three = [1, 2, 3].map(id => orderTrace(id, begin + id));
const traces = asOtlp(three);
const ids = three.map(({ id }) => id);

const slices = (wanted: string[], spansAtMost: number) =>
  [...slicesOfTraces(traces, { wanted: new Set(wanted), spansAtMost })].map(
    ({ resourceSpans }) =>
      (resourceSpans as typeof traces.resourceSpans).flatMap(
        ({ resource, scopeSpans }) =>
          scopeSpans.flatMap(({ spans }) =>
            spans.map(({ traceId, spanId }) =>
              [
                Number(traceId),
                Number(spanId),
                resource.attributes[0].value.stringValue,
              ].join(' '),
            ),
          ),
      ),
  );

describe('beginOfTraces', () => {
  it('finds the earliest span of each', () => {
    expect([...beginOfTraces(traces)]).toEqual(
      ids.map((id, nth) => [id, begin + nth + 1]),
    );
  });

  it('reads ids as they are written elsewhere', () => {
    const span = { traceId: 'ABC', startTimeUnixNano: 5e6 };
    const odd = { resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] };
    expect([...beginOfTraces(odd)]).toEqual([['abc'.padStart(32, '0'), 5]]);
  });

  it.each([
    [{}],
    [{ resourceSpans: 'none' }],
    [{ resourceSpans: [null, {}, { scopeSpans: [7, { spans: {} }] }] }],
  ])('finds none in %j', nothing => {
    expect([...beginOfTraces(nothing)]).toEqual([]);
    const all = { wanted: new Set<string>(), spansAtMost: 1 };
    expect([...slicesOfTraces(nothing, all)]).toEqual([]);
  });
});

describe('slicesOfTraces', () => {
  it('leaves out the traces that are not wanted', () => {
    expect(slices([ids[1]], 100)).toEqual([
      ['2 1 frontend', '2 2 frontend', '2 3 orders', '2 4 orders'],
    ]);
    expect(slices([], 100)).toEqual([]);
  });

  it('hands over so many at a time, and each with its service', () => {
    expect(slices([ids[0], ids[2]], 3)).toEqual([
      ['1 1 frontend', '1 2 frontend', '1 3 orders'],
      ['1 4 orders', '3 1 frontend', '3 2 frontend'],
      ['3 3 orders', '3 4 orders'],
    ]);
  });
});
