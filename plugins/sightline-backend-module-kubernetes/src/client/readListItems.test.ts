import fc from 'fast-check';
import { readListItems } from './readListItems';

const read = async (text: string, pieces: number, limit = 1000) => {
  const bytes = Buffer.from(text);
  const items: unknown[] = [];
  let lost = 0;
  async function* stream() {
    for (let at = 0; at < bytes.length; at += pieces) {
      yield bytes.subarray(at, at + pieces);
    }
  }
  const around = await readListItems(stream(), {
    limit,
    item: one => items.push(JSON.parse(one)),
    lost: () => {
      lost += 1;
    },
  });
  return { items, lost, around: around && JSON.parse(around) };
};

const value = fc.jsonValue({ maxDepth: 4 });
const list = fc.record({
  metadata: value,
  items: fc.array(fc.dictionary(fc.string(), value)),
  other: fc.array(value),
});

describe('a list that comes in pieces', () => {
  it('is cut into its items, wherever the pieces end', async () => {
    await fc.assert(
      fc.asyncProperty(
        list,
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        async (said, pieces, isWide) => {
          const text = JSON.stringify(said, undefined, isWide ? 2 : 0);
          const { items, around } = await read(text, pieces, 1e6);
          expect(JSON.stringify(items)).toBe(JSON.stringify(said.items));
          expect(JSON.stringify(around)).toBe(
            JSON.stringify({ ...said, items: [] }),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('loses what is too long, and nothing else', async () => {
    const items = [{ a: 1 }, { b: 'x'.repeat(200) }, { c: '"}]{\\' }];
    expect(await read(JSON.stringify({ items, kind: 'List' }), 7, 100)).toEqual(
      {
        ...{ items: [items[0], items[2]], lost: 1 },
        around: { items: [], kind: 'List' },
      },
    );
  });
});
