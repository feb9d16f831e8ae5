import {
  bytes,
  number,
  tempoEnvelope,
  text,
} from '../../__testUtils__/protobuf';
import { readTempoTrace } from './readTempoTrace';

const trace = Uint8Array.from([10, 2, 18, 0]);
const contentType = 'application/protobuf';
const enveloped = { isEnveloped: true };

const read = (body: Iterable<number>) =>
  readTempoTrace({ bytes: Uint8Array.from(body), contentType }, enveloped);

const plain = (body: ReturnType<typeof read>) =>
  'protobuf' in body
    ? { ...body, protobuf: body.protobuf.map(piece => [...piece]) }
    : body;

describe('readTempoTrace', () => {
  it('takes the trace out of its envelope', () => {
    expect(plain(read(tempoEnvelope(trace)))).toEqual({
      protobuf: [[...trace]],
    });
  });

  it('takes what has no envelope as it is', () => {
    expect(
      readTempoTrace({ bytes: trace, contentType }, { isEnveloped: false }),
    ).toEqual({ protobuf: [trace] });
  });

  it('says when it is not all, in whatever order that comes', () => {
    const body = [...text(4, 'too large'), ...number(3, 1), ...bytes(1, trace)];
    expect(plain(read(body))).toEqual({
      protobuf: [[...trace]],
      partial: 'too large',
    });
  });

  it('takes a trace that comes in pieces, and passes over what is new', () => {
    const body = [...bytes(1, trace), ...bytes(9, [1, 2]), ...bytes(1, trace)];
    expect(plain(read(body))).toEqual({ protobuf: [[...trace], [...trace]] });
  });

  it('reads JSON with and without envelope', () => {
    const readJson = (body: unknown) =>
      readTempoTrace(
        {
          bytes: Buffer.from(JSON.stringify(body)),
          contentType: 'application/json; charset=utf-8',
        },
        enveloped,
      );
    expect(
      readJson({ trace: { resourceSpans: [] }, status: 'PARTIAL' }),
    ).toEqual({ json: { resourceSpans: [] }, partial: '' });
    expect(readJson({ batches: [] })).toEqual({ json: { batches: [] } });
    expect(() => readJson(7)).toThrow('an object with a trace');
  });

  it('throws when these are no such bytes', () => {
    expect(() => read([0x0a, 0x7f])).toThrow('127 bytes are announced');
    expect(() => read(Buffer.from('<html>'))).toThrow();
  });
});
