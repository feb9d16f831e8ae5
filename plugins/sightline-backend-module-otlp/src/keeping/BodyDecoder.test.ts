import { gzipSync } from 'node:zlib';
import { requestOfSpans } from '../__testUtils__/spans';
import { field, ids, spanRequest } from '../__testUtils__/wire';
import { BodyDecoder } from './BodyDecoder';

const roomy = 2 ** 26;
const protobuf = (body: Buffer) => ({
  ...{ encoding: 'protobuf' as const, isGzip: false, body },
});
const json = (text: string) => ({
  ...{ encoding: 'json' as const, isGzip: false, body: Buffer.from(text) },
});

describe('BodyDecoder', () => {
  it('reads one body after the other, whatever became of the one before', () => {
    const decoder = new BodyDecoder();
    const spansIn = (body: Parameters<BodyDecoder['decode']>[0]) =>
      decoder.decode(body, roomy) ?? decoder.columns.spans;
    expect(spansIn(json(requestOfSpans(0, 3)))).toBe(3);
    expect(spansIn(json('{'))).toMatchObject({ taken: 'undecodable' });
    expect(spansIn(protobuf(spanRequest(ids(1), ids(2))))).toBe(2);
    const packed = gzipSync(spanRequest(ids(1)));
    expect(spansIn({ ...protobuf(packed), isGzip: true })).toBe(1);
    expect(spansIn(protobuf(Buffer.alloc(0)))).toBe(0);
  });

  it('gives back what a batch that was much larger than others needed', () => {
    const decoder = new BodyDecoder();
    const first = decoder.columns;
    const empty = field(1, Buffer.alloc(0));
    const resources = Buffer.concat(Array(70_000).fill(empty));
    expect(decoder.decode(protobuf(resources), roomy)).toBeUndefined();
    expect(decoder.columns).toBe(first);
    decoder.decode(protobuf(spanRequest(ids(1))), roomy);
    expect(decoder.columns).not.toBe(first);
    expect(decoder.columns.spans).toBe(1);
  });

  it('keeps no more rows than there is memory for, however little they take up packed', () => {
    const decoder = new BodyDecoder();
    const empty = field(1, Buffer.alloc(0));
    const body = gzipSync(Buffer.concat(Array(2 ** 20 + 1).fill(empty)));
    expect(body.length).toBeLessThan(10_000);
    expect(decoder.decode({ ...protobuf(body), isGzip: true }, roomy)).toEqual({
      taken: 'too-large',
      words:
        'The body holds more than 1048576 resources: send it in smaller parts',
    });
    expect(
      decoder.decode(protobuf(spanRequest(ids(1))), roomy),
    ).toBeUndefined();
    expect(decoder.columns.spans).toBe(1);
  });

  it('does not read JSON that would take up many times its size', () => {
    const decoder = new BodyDecoder();
    const text = `{"x":[${'[],'.repeat(2 ** 22)}0]}`;
    expect(decoder.decode(json(text), roomy)).toEqual({
      taken: 'too-large',
      words: 'The body has more than 4194304 objects and lists',
    });
  });
});
