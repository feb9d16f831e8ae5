/** Requests in protobuf, byte by byte: the bad ones too. */
export const field = (number: number, content: Buffer): Buffer => {
  const length: number[] = [];
  for (let rest = content.length; ; rest = Math.floor(rest / 128)) {
    length.push((rest % 128) + (rest > 127 ? 128 : 0));
    if (rest < 128) break;
  }
  return Buffer.concat([Buffer.from([number * 8 + 2, ...length]), content]);
};

export const ids = (trace: number): Buffer =>
  Buffer.concat([
    field(1, Buffer.alloc(16, trace)),
    field(2, Buffer.alloc(8, 9)),
  ]);

/** Nanoseconds since 1970 in field 7 (start) or 8 (end), as a fixed64. */
export const time = (number: 7 | 8, nanos: bigint): Buffer => {
  const bytes = Buffer.alloc(9, number * 8 + 1);
  bytes.writeBigUInt64LE(nanos, 1);
  return bytes;
};

const text = (key: string, value: Buffer): Buffer =>
  Buffer.concat([field(1, Buffer.from(key)), field(2, field(1, value))]);

/** An attribute of a span. */
export const attribute = (key: string, value: Buffer): Buffer =>
  field(9, text(key, value));

/** A ResourceSpans: what one service says. */
export const serviceSpans = (service: string, ...spans: Buffer[]): Buffer =>
  Buffer.concat([
    field(1, field(1, text('service.name', Buffer.from(service)))),
    field(2, Buffer.concat(spans.map(span => field(2, span)))),
  ]);

/** An ExportTraceServiceRequest of one service. */
export const spanRequest = (...spans: Buffer[]): Buffer =>
  field(1, serviceSpans('orders', ...spans));
