import { asOtlp, orderTrace } from '../__testUtils__/fakeTraces';
import { tempoTrace } from '../__testUtils__/protobuf';
import { begin, edgesOf, edgesOfOrders, minute } from '../__testUtils__/worlds';
import { SampledTraces } from './SampledTraces';

const window = { number: 1, from: begin, to: begin + 2 * minute };

const create = (tracesAtMost = 100) => {
  const losses: Record<string, number> = {};
  const traces = new SampledTraces({
    ...{ window, tracesAtMost, now: begin + 3 * minute },
    lost: (cause, count) => {
      losses[cause] = (losses[cause] ?? 0) + count;
    },
  });
  const finish = async () =>
    edgesOf({ writer: '', sequence: 0, ...(await traces.finish()) });
  return { traces, losses, finish };
};

describe('SampledTraces', () => {
  it.each([
    ['first millisecond', begin, 1],
    ['last', window.to - 1, 1],
    ['last before', begin - 1, 0],
    ['first after', window.to, 0],
  ])('counts a trace that begins in its %s %d: %d', async (_, at, counted) => {
    const trace = orderTrace(7, at);
    const inJson = create();
    await inJson.traces.takeJson(asOtlp([trace]));
    const inProtobuf = create();
    inProtobuf.traces.claim(trace.id);
    expect(inProtobuf.traces.takeProtobuf([tempoTrace(trace)])).toBe(4);
    const expected = counted ? edgesOfOrders(1) : {};
    expect(await inJson.finish()).toEqual(expected);
    expect(await inProtobuf.finish()).toEqual(expected);
  });

  it('counts a trace once, however many answers it is in', async () => {
    const { traces, losses, finish } = create();
    const answer = asOtlp([orderTrace(7, begin), orderTrace(8, begin)]);
    await traces.takeJson(answer);
    await traces.takeJson(answer);
    expect(await finish()).toEqual(edgesOfOrders(2));
    expect(losses).toEqual({});
  });

  it('pairs spans across the pieces in which they are read', async () => {
    const { traces, losses, finish } = create(1000);
    const many = Array.from({ length: 333 }, (_, nth) =>
      orderTrace(nth + 1, begin + nth),
    );
    await traces.takeJson(asOtlp(many));
    expect(await finish()).toEqual(edgesOfOrders(333));
    expect(losses).toEqual({});
  });

  it('reads whole journeys', async () => {
    const { traces } = create();
    await traces.takeJson(asOtlp([orderTrace(7, begin)]));
    const { nodes, journeys } = await traces.finish();
    expect(
      journeys?.steps.map(({ parent, callee, operation }) => [
        ...[parent, nodes[callee].name, operation],
      ]),
    ).toEqual([
      [undefined, 'frontend', 'GET /'],
      [0, 'orders', 'POST /orders'],
      [1, 'orders', 'INSERT sales_order'],
    ]);
  });

  it('takes no more traces than it may, and counts the others', async () => {
    const { traces, losses, finish } = create(2);
    const five = [1, 2, 3, 4, 5].map(id => orderTrace(id, begin));
    await traces.takeJson(asOtlp(five));
    expect(await finish()).toEqual(edgesOfOrders(2));
    expect(losses).toEqual({ 'traces beyond the most of one window': 3 });
  });

  it('counts spans that are none', async () => {
    const { traces, losses } = create();
    const trace = orderTrace(7, begin);
    trace.spans[3].id = 0;
    await traces.takeJson(asOtlp([trace]));
    expect(losses).toEqual({ 'spans without valid ids': 1 });
  });
});
