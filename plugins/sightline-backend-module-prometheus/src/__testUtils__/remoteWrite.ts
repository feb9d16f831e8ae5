import { Instant } from '@sightline/backstage-plugin-sightline-common';

/** A native histogram as it is written: one span of buckets, from `first` on. */
export type WrittenHistogram = {
  /** 2^schema buckets for each doubling */
  schema: number;
  first: number;
  counts: number[];
};

export type WrittenSeries = {
  name: string;
  labels: Record<string, string>;
  samples?: [Instant, number][];
  histograms?: [Instant, WrittenHistogram][];
};

/** The sample that says "this series has ended": a NaN of its own. */
const staleMark = (): Buffer => Buffer.from('020000000000f07f', 'hex');

/** A request of Prometheus' remote write, protobuf in a Snappy block. */
export const remoteWriteRequest = (
  all: readonly WrittenSeries[],
  ended: readonly (Omit<WrittenSeries, 'samples'> & { at: Instant })[] = [],
): Buffer =>
  inSnappy(
    Buffer.concat([
      ...all.map(series =>
        field(
          1,
          timeSeries(series, [
            ...(series.samples ?? []).map(([at, value]) =>
              sample(at, double(value)),
            ),
            ...(series.histograms ?? []).map(histogramSample),
          ]),
        ),
      ),
      ...ended.map(series =>
        field(1, timeSeries(series, [sample(series.at, staleMark())])),
      ),
    ]),
  );

const timeSeries = (
  { name, labels }: Pick<WrittenSeries, 'name' | 'labels'>,
  samples: Buffer[],
) =>
  Buffer.concat([
    ...Object.entries({ ...labels, __name__: name })
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, value]) =>
        field(1, Buffer.concat([text(1, label), text(2, value)])),
      ),
    ...samples,
  ]);

const sample = (at: Instant, value: Buffer) =>
  field(2, Buffer.concat([key(1, 1), value, key(2, 0), varint(at)]));

const histogramSample = ([at, histogram]: [Instant, WrittenHistogram]) => {
  const { schema, first, counts } = histogram;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const deltas = counts.map((count, nth) => count - (counts[nth - 1] ?? 0));
  const span = Buffer.concat([
    key(1, 0),
    varint(zigzag(first)),
    key(2, 0),
    varint(counts.length),
  ]);
  return field(
    4,
    Buffer.concat([
      key(1, 0),
      varint(total),
      key(3, 1),
      double(total),
      key(4, 0),
      varint(zigzag(schema)),
      key(6, 0),
      varint(0),
      field(11, span),
      field(12, Buffer.concat(deltas.map(delta => varint(zigzag(delta))))),
      key(15, 0),
      varint(at),
    ]),
  );
};

const key = (number: number, wireType: number) => varint(number * 8 + wireType);

const field = (number: number, bytes: Buffer) =>
  Buffer.concat([key(number, 2), varint(bytes.length), bytes]);

const text = (number: number, word: string) => field(number, Buffer.from(word));

const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);

const double = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};

const varint = (value: number): Buffer => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + 128);
  }
  return Buffer.from([...bytes, rest]);
};

/** Snappy allows what was not compressed at all: one literal. */
const inSnappy = (bytes: Buffer): Buffer => {
  const literal = Buffer.alloc(5);
  literal[0] = 63 * 4;
  literal.writeUInt32LE(bytes.length - 1, 1);
  return Buffer.concat([varint(bytes.length), literal, bytes]);
};
