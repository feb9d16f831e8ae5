import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { day, hour, inForce, minute, START } from '../__testUtils__/objectives';
import { sloWorld } from '../__testUtils__/sloWorld';
import { createQuestionReader } from './createQuestionReader';

jest.setTimeout(120_000);

const databases = useTestDatabases();

describe.each(databases.ids)('what a source is asked, on %s', id => {
  const world = async () => {
    const { database, force } = sloWorld(await databases.open(id));
    let documents = 0;
    database.on('query-response', (rows: unknown) => {
      const read = Array.isArray(rows) ? rows.map(row => Object(row)) : [];
      documents += read.filter(
        row => 'hash' in row && 'document' in row,
      ).length;
    });
    const reader = createQuestionReader({
      ...{ database, rulesOf: ({ rules }) => rules ?? [] },
    });
    return {
      force,
      ask: async (at = START, by = 'fake') => {
        documents = 0;
        const questions = await reader.read(by, at);
        return {
          documents,
          asked: questions.map(({ objective, indicator, windows }) => [
            objective.split('/')[1],
            'query' in indicator ? indicator.query : indicator.by,
            windows.map(window => window / hour),
          ]),
        };
      },
    };
  };

  it('reads a document when it is another one, and no other', async () => {
    const { force, ask } = await world();
    const cart = ['cart', 'errors_of_cart[$window]', [1, 720]];
    const search = ['search', 'errors_of_search[$window]', [1, 720]];
    await force.keep([inForce('cart'), inForce('search')]);

    expect(await ask()).toEqual({ documents: 2, asked: [cart, search] });
    expect(await ask()).toEqual({ documents: 0, asked: [cart, search] });

    const indicator = {
      by: 'ratio',
      query: 'other[$window]',
      of: 'bad',
    } as const;
    await force.keep([inForce('cart', {}, { indicator }), inForce('search')]);
    expect(await ask()).toEqual({
      documents: 1,
      asked: [['cart', 'other[$window]', [1, 720]], search],
    });

    await force.keep([inForce('search')]);
    expect(await ask()).toEqual({ documents: 0, asked: [search] });
  });

  it('asks about as much of a calendar’s window as has passed', async () => {
    const { force, ask } = await world();
    const window = {
      kind: 'calendar',
      unit: 'month',
      every: 1,
      start: '2026-01-01 00:00:00',
      timeZone: 'UTC',
    } as const;
    await force.keep([inForce('cart', { window })]);

    const windowsAt = async (at: number) => (await ask(at)).asked[0][2];
    expect([
      await windowsAt(START),
      await windowsAt(START + day),
      await windowsAt(START + day + 30 * minute),
    ]).toEqual([
      [1, 20 * 24 + 2],
      [1, 21 * 24 + 2],
      [1, 21 * 24 + 2.5],
    ]);
  });

  it('asks a source about nothing that another one measures', async () => {
    const { force, ask } = await world();
    await force.keep([inForce('cart'), inForce('search', { measuredBy: 'b' })]);

    const names = async (by: string) =>
      (await ask(START, by)).asked.map(([name]) => name);
    expect([await names('fake'), await names('b'), await names('c')]).toEqual([
      ['cart'],
      ['search'],
      [],
    ]);
  });
});
