import { Response } from 'express';

export type Encoding = 'protobuf' | 'json';

const contentTypes = {
  protobuf: 'application/x-protobuf',
  json: 'application/json',
};

/** Codes of google.rpc.Status, by what HTTP says. */
const rpcCodes: Record<number, number> = {
  400: 3,
  401: 16,
  403: 7,
  405: 12,
  408: 4,
  413: 11,
  415: 3,
  429: 8,
  503: 14,
};

const varint = (value: number): number[] =>
  value < 128
    ? [value]
    : [(value % 128) + 128, ...varint(Math.floor(value / 128))];

const textField = (field: number, text: string): number[] => {
  const bytes = [...Buffer.from(text)];
  return [field * 8 + 2, ...varint(bytes.length), ...bytes];
};

/** `ExportTraceServiceResponse`: nothing when all is well. */
export const answerTaken = (
  response: Response,
  encoding: Encoding,
  rejected: number,
) => {
  const errorMessage = `${rejected} spans have no valid trace id and span id`;
  const isPartial = rejected > 0;
  response.status(200).type(contentTypes[encoding]);
  if (encoding === 'json') {
    const partialSuccess = { rejectedSpans: String(rejected), errorMessage };
    response.end(JSON.stringify(isPartial ? { partialSuccess } : {}));
    return;
  }
  const partial = [8, ...varint(rejected), ...textField(2, errorMessage)];
  const body = isPartial ? [10, ...varint(partial.length), ...partial] : [];
  response.end(Buffer.from(body));
};

/** `google.rpc.Status`, in the encoding of the question. */
export const answerRefused = (
  response: Response,
  encoding: Encoding,
  refusal: { status: number; words: string; retryAfter?: number },
) => {
  const { status, words, retryAfter } = refusal;
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  // What is left of the body will not be read, so the connection cannot go on.
  if (!response.req.readableEnded) response.set('Connection', 'close');
  const code = rpcCodes[status] ?? 2;
  response.status(status).type(contentTypes[encoding]);
  response.end(
    encoding === 'json'
      ? JSON.stringify({ code, message: words })
      : Buffer.from([8, ...varint(code), ...textField(2, words)]),
  );
};
