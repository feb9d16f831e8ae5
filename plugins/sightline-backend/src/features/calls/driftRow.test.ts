import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { answersWorld } from './__testUtils__/answersWorld';
import { ref } from './__testUtils__/callsWorld';
import { reportOf, serviceNode, START } from './__testUtils__/reports';

jest.setTimeout(60_000);

const databases = useTestDatabases();
const orders = serviceNode('orders');

describe.each(databases.ids)('the drift in a row of the Fleet on %s', id => {
  const world = async () => answersWorld(await databases.open(id));

  it('cannot be told while nobody ever reported calls', async () => {
    const { row } = await world();
    expect(await row.read([ref('orders')])).toEqual(
      new Map([
        [
          ref('orders'),
          {
            unknown: {
              ...{ state: 'unknown', reason: 'not-configured' },
              detail: 'No traces have come yet',
            },
          },
        ],
      ]),
    );
  });

  it('is how many dependencies disagree, and unknown for those who send no traces', async () => {
    const { row, accept } = await world();
    await accept(
      reportOf(1, [
        { from: serviceNode('storefront'), to: orders },
        { from: orders, to: serviceNode('payments') },
      ]),
    );
    const said = await row.read(['orders', 'payments', 'ledger'].map(ref));
    const evidence = {
      ...{ source: 'otlp', observedAt: new Date(START).toISOString() },
      validFor: 3_600_000,
    };
    expect(said).toEqual(
      new Map([
        // payments is undeclared; orders-db and ledger are declared and not seen
        [ref('orders'), { count: 3, evidence }],
        [ref('payments'), { count: 0, evidence }],
        [
          ref('ledger'),
          {
            unknown: {
              ...{ state: 'unknown', reason: 'no-data' },
              detail:
                'This service sends no traces that carry its name, so its calls cannot be seen',
            },
            evidence,
          },
        ],
      ]),
    );
  });
});
