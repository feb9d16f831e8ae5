import { VerificationState } from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { contractsWorld } from './__testUtils__/contractsWorld';
import { pact, reportOf, there } from './__testUtils__/shop';

jest.setTimeout(60_000);

const databases = useTestDatabases();

describe('a pair in an environment where several versions meet', () => {
  it.each<[string, [string, VerificationState][], string]>([
    [
      'has failed when one of them fails, whatever is unknown beside it',
      [
        ['cart 1 → orders 7', 'failed'],
        ['cart 2 → orders 6', 'success'],
      ],
      'failed',
    ],
    [
      'is unknown when one of them has no result',
      [
        ['cart 1 → orders 7', 'success'],
        ['cart 2 → orders 6', 'success'],
      ],
      'unknown',
    ],
    [
      'is as the worst of those that are known',
      [
        ['cart 1 → orders 7', 'success'],
        ['cart 2 → orders', 'never'],
      ],
      'never',
    ],
    [
      'is verified when all of them are',
      [
        ['cart 1 → orders 7', 'success'],
        ['cart 2 → orders 7', 'success'],
      ],
      'success',
    ],
  ])('%s', async (_, pacts, state) => {
    const { accept, contracts } = contractsWorld(
      await databases.open('SQLITE_3'),
    );
    const present = ['cart 1', 'cart 2', 'orders 7'];
    await accept(
      reportOf(
        pacts.map(([text, verified]) => pact(text, verified)),
        present.map(one => there(`${one} production`)),
      ),
    );
    const { pairs } = await contracts.reader.matrix({
      environment: 'production',
    });
    expect(pairs.map(pair => pair.state)).toEqual([state]);
  });
});
