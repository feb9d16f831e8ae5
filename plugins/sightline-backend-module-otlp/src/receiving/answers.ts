import { Response } from 'express';

export type Encoding = 'protobuf' | 'json';

/** Seconds after which it is worth while to try again. */
export const retryAfter = 5;

export type Refusal = { status: number; words: string; retryAfter?: number };

const contentTypes = {
  protobuf: 'application/x-protobuf',
  json: 'application/json',
};

/** With these a sender keeps its spans, and comes again. */
export const comesAgain = (status: number) => status === 429 || status === 503;

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
  refusal: Refusal,
) => {
  const { status, words } = refusal;
  if (refusal.retryAfter !== undefined) {
    response.set('Retry-After', String(refusal.retryAfter));
  }
  const code = rpcCodes[status] ?? 2;
  response.status(status).type(contentTypes[encoding]);
  response.end(
    encoding === 'json'
      ? JSON.stringify({ code, message: words })
      : Buffer.from([8, ...varint(code), ...textField(2, words)]),
  );
};
