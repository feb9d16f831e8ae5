import { MINUTE, NOON, traffic } from '../__testUtils__/harbour.ts';
import { seededRandom } from '../engine/random.ts';
import { createOutbox } from './Outbox.ts';

const spans = traffic({ minutes: 1 });
const outbox = (mishaps = {}) =>
  createOutbox({ random: seededRandom('post'), mishaps });

it('lets a span go when it has ended, the first to end first', () => {
  const box = outbox();
  box.hold(spans);
  const now = NOON + MINUTE / 2;
  const batches = box.due(now);
  const ends = batches.flat().map(({ endNanos }) => endNanos);

  expect(ends).toEqual([...ends].sort((a, b) => (a < b ? -1 : 1)));
  expect(ends.at(-1)! <= BigInt(now) * 1000n).toBe(true);
  expect(batches.every(({ length }) => length <= 1000)).toBe(true);
  expect([...batches, ...box.rest()].flat()).toHaveLength(spans.length);
});

it('sends some batches twice, a second later', () => {
  const box = outbox({ resent: { share: 1 } });
  box.hold(spans.slice(0, 10));
  const end = NOON + 10 * MINUTE;

  expect(box.due(end).flat()).toHaveLength(10);
  expect(box.due(end + 999_999).flat()).toHaveLength(0);
  expect(box.due(end + 1_000_000).flat()).toHaveLength(10);
  expect(box.rest()).toEqual([]);
});

it('sends some batches late', () => {
  const box = outbox({ late: { share: 1, byMs: 12_000 } });
  box.hold(spans.slice(0, 10));
  const end = NOON + 10 * MINUTE;

  expect(box.due(end).flat()).toHaveLength(0);
  expect(box.due(end + 12_000_000).flat()).toHaveLength(10);
});

it('loses nothing, whatever happens to batches', () => {
  const box = outbox({
    late: { share: 0.3, byMs: 12_000 },
    resent: { share: 0.3 },
  });
  box.hold(spans);
  const sent: string[] = [];
  for (let now = NOON; now < NOON + 2 * MINUTE; now += 500_000) {
    sent.push(...box.due(now).flatMap(b => b.map(({ spanId }) => spanId)));
  }
  sent.push(...box.rest().flatMap(b => b.map(({ spanId }) => spanId)));

  expect(new Set(sent).size).toBe(spans.length);
  expect(sent.length).toBeGreaterThan(spans.length);
});
