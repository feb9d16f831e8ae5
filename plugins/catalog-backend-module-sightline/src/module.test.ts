import { startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

const ref = (name: string) => `component:default/${name}`;

const pair = (from: string, to: string): [string, string] => [
  ref(from),
  ref(to),
];

/** Waits until a question has this answer; fails with the last one it had. */
const eventually = async <T>(ask: () => Promise<T>, answer: T) => {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const got = await ask();
    if (JSON.stringify(got) === JSON.stringify(answer)) return;
    if (Date.now() > deadline) expect(got).toEqual(answer);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
};

describe('the module in the catalog', () => {
  const running: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map(backend => backend.stop()));
  });

  const start = async (options: Parameters<typeof startCatalog>[0]) => {
    const started = await startCatalog(options);
    running.push(started);
    return started;
  };

  it('shows what Sightline sees, and what it sees later', async () => {
    const { fake, relations, shown, size, turn } = await start({
      names: ['orders', 'payments', 'auth'],
    });
    await eventually(size, 3);
    fake.pairs = [
      pair('orders', 'payments'),
      pair('payments', 'orders'),
      pair('payments', 'auth'),
      pair('auth', 'nobody'),
      pair('stranger', 'orders'),
    ];
    await turn();
    const first = [
      'auth observedDependencyOf payments',
      'auth observedDependsOn nobody',
      'orders observedDependencyOf payments',
      'orders observedDependsOn payments',
      'payments observedDependencyOf orders',
      'payments observedDependsOn auth',
      'payments observedDependsOn orders',
    ];
    await eventually(relations, first);
    expect(new Set(fake.asked.map(({ query }) => query))).toEqual(
      new Set(['?limit=5000', '?limit=5000&cursor=2', '?limit=5000&cursor=4']),
    );
    expect(fake.asked[0].subject).toBe('plugin:catalog');

    expect(await shown()).toEqual(
      new Map([
        [ref('auth'), { targets: [ref('nobody')], silent: [] }],
        [ref('orders'), { targets: [ref('payments')], silent: [] }],
        [
          ref('payments'),
          { targets: [ref('auth'), ref('orders')], silent: [] },
        ],
      ]),
    );

    fake.status = 503;
    await turn();
    expect(await relations()).toEqual(first);

    fake.status = 200;
    fake.pairs = [pair('orders', 'auth'), pair('payments', 'orders')];
    await turn();
    await eventually(relations, [
      'auth observedDependencyOf orders',
      'orders observedDependencyOf payments',
      'orders observedDependsOn auth',
      'payments observedDependsOn orders',
    ]);
  });

  it('asks nobody and shows nothing unless it is switched on', async () => {
    const { tasks } = await start({ names: [], observedDependencies: {} });
    expect((await tasks()).map(({ id }) => id)).not.toContain(
      'sightline-observed-dependencies',
    );
  });
});
