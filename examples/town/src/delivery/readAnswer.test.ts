import { encodeAnswer } from '../__testUtils__/otlp.ts';
import { readAnswer, readRetryAfter } from './readAnswer.ts';

const NONE = new Uint8Array();
const NOW = Date.UTC(2026, 7, 24);

it('takes an empty answer for full success', () => {
  expect(readAnswer({ status: 200, body: NONE }, NOW)).toEqual({
    kind: 'acknowledged',
    rejected: 0,
    message: '',
  });
});

it('reads how many spans of a batch were rejected, and why', () => {
  const body = encodeAnswer('ExportTraceServiceResponse', {
    partial_success: { rejected_spans: 300, error_message: 'zero ids' },
  });

  expect(readAnswer({ status: 200, body }, NOW)).toEqual({
    kind: 'acknowledged',
    rejected: 300,
    message: 'zero ids',
  });
});

it.each([429, 502, 503, 504])('sends again after %d', status => {
  const body = encodeAnswer('RpcStatus', { code: 14, message: 'full' });
  const answer = { status, retryAfter: '7', body };

  expect(readAnswer(answer, NOW)).toEqual({
    kind: 'retry',
    afterMs: 7000,
    message: `HTTP ${status}: full`,
  });
});

it.each([301, 400, 401, 404, 413, 415, 500])(
  'never sends again after %d',
  status => {
    expect(readAnswer({ status, body: NONE }, NOW)).toEqual({
      kind: 'rejected',
      message: `HTTP ${status}`,
    });
  },
);

it('makes nothing of a page that is no protobuf', () => {
  const body = new TextEncoder().encode('<html>Not found</html>');

  expect(readAnswer({ status: 404, body }, NOW)).toMatchObject({
    kind: 'rejected',
  });
});

it.each([
  [undefined, undefined],
  ['0', 0],
  ['120', 120_000],
  ['Mon, 24 Aug 2026 00:01:00 GMT', 60_000],
  ['Sun, 23 Aug 2026 00:00:00 GMT', 0],
  ['soon', undefined],
])('Retry-After %s means %s ms', (value, ms) => {
  expect(readRetryAfter(value, NOW)).toBe(ms);
});
