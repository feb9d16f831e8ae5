import { mockServices } from '@backstage/backend-test-utils';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { askProviders } from './askProviders';

const databases = useTestDatabases();
const MINUTE = 60_000;

describe.each(databases.ids)('asking providers on %p', id => {
  const setUp = async () => {
    const database = await databases.open(id);
    let now = 1_000 * MINUTE;
    const turn = () =>
      askProviders(
        {
          database,
          clock: () => now,
          logger: mockServices.logger.mock(),
          facts: { accept: async () => {} },
          clues: { accept: async () => {} },
          factProviders: [],
          clueProviders: [{ id: 'wiki', read: async () => [] }],
        },
        new AbortController().signal,
      );
    const sweptAt = (at: number) =>
      database('services_state').where('id', 1).update({ swept_at: at });
    const pass = (ms: number) => {
      now += ms;
    };
    const turns = () =>
      database('services_state').where('id', 1).first('provided_at');
    return { turn, sweptAt, pass, turns };
  };

  it('takes no turn before there is anybody to ask about', async () => {
    const { turn, turns } = await setUp();

    await turn();

    expect((await turns())?.provided_at ?? null).toBeNull();
  });

  it('takes a turn every five minutes once the catalog was read', async () => {
    const { turn, turns, sweptAt, pass } = await setUp();
    await sweptAt(999 * MINUTE);

    await turn();
    pass(4 * MINUTE);
    await turn();
    const first = Number((await turns())?.provided_at);
    pass(MINUTE);
    await turn();

    expect([first, Number((await turns())?.provided_at)]).toEqual([
      1_000 * MINUTE,
      1_005 * MINUTE,
    ]);
  });
});
