import { jaegerAsOtlp } from './jaegerAsOtlp';

const trace = (span: object, process: object = { serviceName: 'orders' }) => ({
  traceID: 'abc',
  spans: [
    {
      ...{ traceID: 'abc', spanID: 'd', operationName: 'GET /', logs: [] },
      ...{ startTime: 1_790_000_000_000_001, duration: 250, processID: 'p1' },
      ...{ references: [], tags: [] },
      ...span,
    },
  ],
  processes: { p1: process },
});

const spanOf = (span: object) => {
  const { resourceSpans } = jaegerAsOtlp([trace(span)]) as any;
  return resourceSpans[0].scopeSpans[0].spans[0];
};

const tag = (key: string, value: unknown) => ({ key, type: 'string', value });

describe('jaegerAsOtlp', () => {
  it('says the same in other words', () => {
    const references = [
      { refType: 'CHILD_OF', traceID: '0abc', spanID: 'c' },
      { refType: 'FOLLOWS_FROM', traceID: 'f00', spanID: 'e' },
    ];
    const tags = [
      tag('span.kind', 'server'),
      tag('otel.status_code', 'ERROR'),
      tag('w3c.tracestate', 'ot=th:8'),
      tag('http.status_code', 404),
      tag('error', true),
    ];
    const process = {
      serviceName: 'orders',
      tags: [tag('service.version', '1.2')],
    };
    expect(jaegerAsOtlp([trace({ references, tags }, process)])).toEqual({
      resourceSpans: [
        {
          resource: {
            attributes: [
              { key: 'service.version', value: { stringValue: '1.2' } },
              { key: 'service.name', value: { stringValue: 'orders' } },
            ],
          },
          scopeSpans: [
            {
              spans: [
                {
                  traceId: 'abc',
                  spanId: 'd',
                  parentSpanId: 'c',
                  name: 'GET /',
                  kind: 2,
                  startTimeUnixNano: '1790000000000001000',
                  endTimeUnixNano: '1790000000000251000',
                  status: { code: 2 },
                  traceState: 'ot=th:8',
                  attributes: [
                    { key: 'span.kind', value: { stringValue: 'server' } },
                    {
                      key: 'otel.status_code',
                      value: { stringValue: 'ERROR' },
                    },
                    {
                      key: 'w3c.tracestate',
                      value: { stringValue: 'ot=th:8' },
                    },
                    { key: 'http.status_code', value: { doubleValue: 404 } },
                    { key: 'error', value: { boolValue: true } },
                  ],
                  links: [{ traceId: 'f00', spanId: 'e' }],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['a parent in another trace is a link', 'CHILD_OF', 'fff'],
    ['what it merely follows is a link', 'FOLLOWS_FROM', 'abc'],
  ])('knows that %s', (_, refType, traceID) => {
    const references = [{ refType, traceID, spanID: 'c' }];
    expect(spanOf({ references })).toMatchObject({
      parentSpanId: undefined,
      links: [{ traceId: traceID, spanId: 'c' }],
    });
  });

  it('reads the parent where very old versions put it', () => {
    const span = spanOf({ references: null, parentSpanID: 'c' });
    expect(span.parentSpanId).toBe('c');
  });

  it.each([
    [{ startTime: 'soon', duration: -1 }, '0000'],
    [{ startTime: 1.5, duration: null }, '0000'],
  ])('makes no time of %j', (times, nanos) => {
    expect(spanOf(times)).toMatchObject({
      startTimeUnixNano: nanos,
      endTimeUnixNano: nanos,
    });
  });

  it.each([
    [[null, 7, 'trace', {}, { spans: 7 }, { spans: [null], processes: 3 }], 0],
    [[{ spans: [{}] }], 1],
  ])('survives %j', (traces, groups) => {
    expect(jaegerAsOtlp(traces).resourceSpans).toHaveLength(groups);
  });
});
