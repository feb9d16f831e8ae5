import fc from 'fast-check';
import { Losses } from '../counting/Losses';
import { SentMessages } from './SentMessages';

const limits = { lifetime: 60_000, messagesAtMost: 2048 };
const begin = 1_790_000_000_000;

describe('SentMessages', () => {
  it('finds the latest messages up to its cap, and none that is older', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.integer(), fc.nat(3)), {
          selector: ([low, high]) => `${low}/${high}`,
          minLength: 2100,
          maxLength: 2500,
          size: 'max',
        }),
        ids => {
          const losses = new Losses();
          const messages = new SentMessages(limits, losses);
          ids.forEach(([low, high], node) =>
            messages.add(high, low, node, begin),
          );
          const found = ids.map(([low, high]) =>
            messages.senderOf(high, low, begin),
          );
          const forgotten = ids.length - limits.messagesAtMost;
          expect(found).toEqual(
            ids.map((_, node) => (node < forgotten ? -1 : node)),
          );
          expect(losses.take()).toEqual({
            'sent messages forgotten before their time': forgotten,
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('forgets a message when its time is over', () => {
    const messages = new SentMessages(limits, new Losses());
    messages.add(1, 2, 7, begin);
    expect(messages.senderOf(1, 2, begin + 60_000)).toBe(7);
    expect(messages.senderOf(1, 2, begin + 61_000)).toBe(-1);
  });
});
