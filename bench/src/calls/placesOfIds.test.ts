import { encodeRequest } from './encodeRequest';
import { placesOfIds } from './placesOfIds';

describe('placesOfIds', () => {
  it('finds every id of every span, and nothing else', () => {
    const span = (id: number) => ({
      traceId: Buffer.alloc(16, id),
      spanId: Buffer.alloc(8, id + 1),
      parentSpanId: Buffer.alloc(8, id + 2),
      name: 'x'.repeat(200),
      kind: 2,
      startTimeUnixNano: '1790000000000000000',
      flags: 0x101,
    });
    const request = encodeRequest([
      { resource: {}, scopeSpans: [{ spans: [span(10), span(20)] }] },
      { schemaUrl: 'u', scopeSpans: [{ spans: [] }, { spans: [span(30)] }] },
    ]);
    expect(placesOfIds(request).map(at => request[at])).toEqual([
      10, 11, 12, 20, 21, 22, 30, 31, 32,
    ]);
  });
});
