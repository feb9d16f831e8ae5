import { Frame, frameHeader, readFrames } from './frames';

const frame = (id: number): Frame => ({
  id,
  arrivedAt: 1_790_000_000_000 + id,
  encoding: id % 2 === 0 ? 'json' : 'protobuf',
  isGzip: id % 3 === 0,
  body: Buffer.from(`the body of batch ${id}`),
});
const bytesOf = (id: number) =>
  Buffer.concat([frameHeader(frame(id)), frame(id).body]);
const segment = (...ids: number[]) => Buffer.concat(ids.map(bytesOf));
const damaged = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] ^= 0xff;
  return copy;
};

describe('readFrames', () => {
  it('reads what was written', () => {
    const bytes = segment(0, 1, 2, 3);
    expect(readFrames(bytes)).toEqual({
      frames: [0, 1, 2, 3].map(frame),
      end: bytes.length,
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros, as a file system leaves them after a power cut', Buffer.alloc(99)],
    ['the beginning of another', bytesOf(9).subarray(0, 30)],
    ['less than a header', bytesOf(9).subarray(0, 3)],
  ])('ends before %s at the end', (_, tail) => {
    const whole = segment(4, 5);
    expect(readFrames(Buffer.concat([whole, tail]))).toEqual({
      frames: [4, 5].map(frame),
      end: whole.length,
    });
  });

  const first = bytesOf(6).length;
  it.each([
    ['length', 0],
    ['sum', 4],
    ['number', 8],
    ['time', 16],
    ['flags', 24],
    ['body', 25],
  ])('finds the frames behind one whose %s is damaged', (_, at) => {
    const bytes = damaged(segment(6, 7, 8), first + at);
    expect(readFrames(bytes)).toEqual({
      frames: [6, 8].map(frame),
      end: bytes.length,
    });
  });
});
