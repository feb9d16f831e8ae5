import { Request } from 'express';
import { Encoding, Refusal } from './answers';

const encodings: Record<string, Encoding> = {
  'application/x-protobuf': 'protobuf',
  'application/json': 'json',
};

/** What the body is written in; `undefined` for what we cannot read. */
export const encodingOf = (request: Request): Encoding | undefined => {
  const [type] = (request.headers['content-type'] ?? '').split(';');
  return encodings[type.trim().toLowerCase()];
};

const packingOf = (request: Request) =>
  (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();

export const isGzip = (request: Request) => packingOf(request) === 'gzip';

export const refusalOfForm = (request: Request): Refusal | undefined => {
  if (!encodingOf(request)) {
    return {
      status: 415,
      words: 'Send application/x-protobuf or application/json',
    };
  }
  const packing = packingOf(request);
  return ['gzip', 'identity'].includes(packing)
    ? undefined
    : {
        status: 415,
        words: `Compress with gzip or not at all, not with ${packing}`,
      };
};
