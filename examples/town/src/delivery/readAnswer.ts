import type { Answer } from './postBatch.ts';

export type Verdict =
  | { kind: 'acknowledged'; rejected: number; message: string }
  | { kind: 'retry'; afterMs: number | undefined; message: string }
  | { kind: 'rejected'; message: string };

// Everything else must not be sent again, says the specification.
const RETRYABLE = [429, 502, 503, 504];

/** What the specification of OTLP/HTTP says an answer means for the batch. */
export function readAnswer(answer: Answer, nowMs: number): Verdict {
  const { status, body } = answer;
  if (status >= 200 && status < 300) {
    const partial = readFields(body).get(1);
    const fields = readFields(partial instanceof Uint8Array ? partial : NONE);
    return {
      kind: 'acknowledged',
      rejected: Number(fields.get(1) ?? 0),
      message: textOf(fields.get(2)),
    };
  }
  const said = textOf(readFields(body).get(2));
  const message = `HTTP ${status}${said && `: ${said}`}`;
  if (!RETRYABLE.includes(status)) return { kind: 'rejected', message };
  const afterMs = readRetryAfter(answer.retryAfter, nowMs);
  return { kind: 'retry', afterMs, message };
}

/** Seconds or a date; undefined where the server did not say. */
export function readRetryAfter(
  value: string | undefined,
  nowMs: number,
): number | undefined {
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

type Field = Uint8Array | number;
const NONE = new Uint8Array();

const textOf = (field: Field | undefined) =>
  field instanceof Uint8Array ? new TextDecoder().decode(field) : '';

/**
 * The varints and texts of a flat protobuf message. Whatever else comes, an HTML
 * page of a proxy for one, reads as nothing.
 */
function readFields(bytes: Uint8Array): Map<number, Field> {
  const fields = new Map<number, Field>();
  let at = 0;
  const varint = () => {
    let value = 0;
    let factor = 1;
    while (at < bytes.length) {
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      if (byte < 128) break;
      factor *= 128;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const wire = tag % 8;
    if (wire !== 0 && wire !== 2) return fields;
    const value = varint();
    if (wire === 0) {
      fields.set(Math.floor(tag / 8), value);
    } else {
      if (at + value > bytes.length) return fields;
      fields.set(Math.floor(tag / 8), bytes.subarray(at, at + value));
      at += value;
    }
  }
  return fields;
}
