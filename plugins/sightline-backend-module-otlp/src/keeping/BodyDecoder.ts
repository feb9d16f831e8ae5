import {
  gunzip,
  OtlpProtobufDecoder,
  readOtlpJson,
  SpanColumns,
  StringTable,
  TooManyRowsError,
  UndecodableError,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { Frame } from './frames';

export type Body = Pick<Frame, 'encoding' | 'isGzip' | 'body'>;

/** Why there are no spans in it, ever: sending it again does not help. */
export type Refused = {
  taken: 'undecodable' | 'too-large' | 'failed';
  words: string;
};

/** Interned strings are renewed beyond this, between two batches. */
const stringsAtMost = 1 << 17;
const stringBytesAtMost = 16 * 2 ** 20;

/**
 * Objects and lists in a body of JSON. Each takes a hundred bytes of memory and
 * perhaps two of the body; spans of 64 MiB have half as many.
 */
const jsonContainersAtMost = 1 << 22;

/** Columns that grew to more rows than this are given back: such a batch is rare. */
const rowsKept = 1 << 16;

/** From a body to columns, which are good until the next one. */
export class BodyDecoder {
  private readonly strings = new StringTable();
  columns = new SpanColumns(this.strings);
  private protobuf = new OtlpProtobufDecoder(this.columns);

  /** Says why when it could not; `columns` holds nothing of use then. */
  decode(body: Body, bytesAtMost: number): Refused | undefined {
    this.begin();
    try {
      const bytes = body.isGzip ? gunzip(body.body, bytesAtMost) : body.body;
      if (body.encoding === 'protobuf') this.protobuf.decode(bytes);
      else if (containersIn(bytes) > jsonContainersAtMost) return tooMany;
      else readOtlpJson(textOf(bytes), this.columns);
      return undefined;
    } catch (error) {
      return refusalOf(error, bytesAtMost);
    }
  }

  private begin() {
    const { strings, columns } = this;
    if (
      strings.size > stringsAtMost ||
      strings.byteLength > stringBytesAtMost
    ) {
      strings.renew();
    }
    const { spans, links, resources } = columns;
    if (Math.max(spans, links, resources) <= rowsKept) {
      columns.clear();
      return;
    }
    this.columns = new SpanColumns(strings);
    this.protobuf = new OtlpProtobufDecoder(this.columns);
  }
}

const tooMany: Refused = {
  taken: 'too-large',
  words: `The body has more than ${jsonContainersAtMost} objects and lists`,
};

const brace = 0x7b;
const bracket = 0x5b;

/** Counts those in texts, too: it is a limit, no measure. */
const containersIn = (bytes: Uint8Array): number => {
  let count = 0;
  for (const byte of bytes) {
    if (byte === brace || byte === bracket) count += 1;
  }
  return count;
};

const refusalOf = (error: unknown, bytesAtMost: number): Refused => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_BUFFER_TOO_LARGE') {
    const words = `The body is larger than ${bytesAtMost} bytes when unpacked`;
    return { taken: 'too-large', words };
  }
  if (error instanceof TooManyRowsError) {
    return { taken: 'too-large', words: message };
  }
  return error instanceof UndecodableError || code?.startsWith('Z_')
    ? { taken: 'undecodable', words: message }
    : { taken: 'failed', words: `${error}` };
};

const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString();
