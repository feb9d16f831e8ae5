import { ReceivedBytes } from '@sightline/backstage-plugin-sightline-node';
import { WireReader } from '@sightline/backstage-plugin-sightline-node/spans';

/** One trace, still encoded; `partial` says in Tempo's words why it is not all of it. */
export type TempoTrace = (
  | { protobuf: readonly Uint8Array[] }
  | { json: Record<string, unknown> }
) & { partial?: string };

const tags = { trace: 0x0a, status: 0x18, message: 0x22 };
const partialStatus = 1;

/**
 * Reads what Tempo answers about one trace. Its first API answers with the
 * trace, which on the wire is an OTLP request; its second puts it into an
 * envelope `{ trace = 1, metrics = 2, status = 3, message = 4 }`. Proxies and
 * those who speak Tempo's language may answer in JSON though asked for protobuf.
 */
export const readTempoTrace = (
  { bytes, contentType }: Pick<ReceivedBytes, 'bytes' | 'contentType'>,
  { isEnveloped }: { isEnveloped: boolean },
): TempoTrace => {
  if (contentType.includes('json')) return readJson(bytes);
  return isEnveloped ? readEnvelope(bytes) : { protobuf: [bytes] };
};

const readEnvelope = (bytes: Uint8Array): TempoTrace => {
  const reader = new WireReader();
  const end = bytes.length;
  // A message may come in several pieces, which are one when laid end to end.
  const protobuf: Uint8Array[] = [];
  let status = 0;
  let message = '';
  reader.open(bytes);
  while (reader.at < end) {
    const tag = reader.tag(end);
    if (tag === tags.trace || tag === tags.message) {
      const stop = reader.lengthEnd(end);
      const content = bytes.subarray(reader.at, stop);
      if (tag === tags.trace) protobuf.push(content);
      else message = new TextDecoder().decode(content);
      reader.at = stop;
    } else if (tag === tags.status) status = reader.varint(end);
    else reader.skip(tag, end);
  }
  return {
    protobuf,
    ...(status === partialStatus && { partial: message }),
  };
};

const readJson = (bytes: Uint8Array): TempoTrace => {
  const answer: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (typeof answer !== 'object' || answer === null) {
    throw new TypeError('an object with a trace');
  }
  const { trace, status, message } = answer as Record<string, unknown>;
  const isPartial = status === 'PARTIAL' || status === partialStatus;
  return {
    json: (typeof trace === 'object' && trace !== null
      ? trace
      : answer) as Record<string, unknown>,
    ...(isPartial && { partial: String(message ?? '') }),
  };
};
