import { deployment, pod, replicaSet } from '../__testUtils__/objects';
import { FakeApiServer } from '../__testUtils__/FakeApiServer';
import { eventually, watchCluster } from '../__testUtils__/watching';

// Longer than anything here waits for, also where others work, too.
jest.setTimeout(60_000);

const payments = 'Deployment/shop/payments';

const withPayments = (server: FakeApiServer) => {
  server.put('deployments', deployment('payments'));
  server.put('replicasets', replicaSet('payments'));
  [0, 1].forEach(nth => server.put('pods', pod('payments-1', { nth })));
};

const failing = {
  phase: 'Running',
  containerStatuses: [
    {
      ...{ name: 'web', restartCount: 3, ready: false },
      state: {
        waiting: { reason: 'CrashLoopBackOff', message: 'back-off 40s' },
      },
      lastState: {
        terminated: { exitCode: 1, finishedAt: '2026-11-20T10:00:00Z' },
      },
    },
  ],
};

describe('a cluster as a source', () => {
  let server: FakeApiServer;
  let running: { stop(): Promise<unknown> }[] = [];
  const watch = (...given: Parameters<typeof watchCluster>) => {
    const watching = watchCluster(...given);
    running.push(watching);
    return watching;
  };

  beforeEach(async () => {
    server = await FakeApiServer.start();
    withPayments(server);
  });
  afterEach(async () => {
    await Promise.all(running.map(one => one.stop()));
    running = [];
    await server.stop();
  });

  it('tells everything at first, and then what changed', async () => {
    const { known, names, reports } = watch(server);
    await eventually(() => known.size === 1);
    expect(reports.map(({ whole, gaps }) => ({ whole, gaps }))).toEqual([
      { whole: true, gaps: [] },
    ]);
    expect([...names.values()]).toEqual([
      {
        ...{
          kind: 'kubernetes',
          name: 'Deployment/payments',
          namespace: 'shop',
        },
        labels: { 'app.kubernetes.io/name': 'payments' },
      },
    ]);
    expect(known.get(payments)).toMatchObject({
      key: {
        cluster: 'eu',
        namespace: 'shop',
        kind: 'Deployment',
        name: 'payments',
      },
      replicas: { desired: 2, current: 2, updated: 2, ready: 2, available: 2 },
      template: {
        revision: 1,
        images: [
          {
            container: 'web',
            version: '1.2.0',
            digests: [`sha256:${'ab'.repeat(32)}`],
          },
        ],
        since: Date.parse('2026-11-01T10:00:01Z'),
      },
      troubles: [],
      lacks: ['no-disruption-budget'],
    });

    server.put('pods', pod('payments-1', { nth: 1, status: failing }));
    await eventually(() => known.get(payments)!.troubles.length > 0);
    expect(known.get(payments)).toMatchObject({
      restarts: { total: 3, lastAt: Date.parse('2026-11-20T10:00:00Z') },
      troubles: [
        {
          ...{ trouble: 'crash-loop', said: 'CrashLoopBackOff: back-off 40s' },
          ...{ pods: ['payments-1-1'], count: 1, container: 'web' },
        },
      ],
    });
    expect(reports.at(-1)?.whole).toBe(false);

    server.remove('deployments', deployment('payments'));
    await eventually(() => known.size === 0);
  });

  it('goes on where a stream broke, and lists nothing again', async () => {
    const { known } = watch(server);
    await eventually(
      () => known.size === 1 && server.watching('deployments') === 1,
    );
    const before = { ...server.counts.lists };
    server.bookmark('deployments');
    server.drop();
    server.put('deployments', deployment('orders'));
    await eventually(() => known.has('Deployment/shop/orders'));
    expect(server.counts.lists).toEqual(before);
    expect(server.counts.watches.deployments).toBeGreaterThan(1);
  });

  it('goes on from the last bookmark, where nothing was heard for long', async () => {
    const { known, losses } = watch(server);
    await eventually(
      () => known.size === 1 && server.watching('deployments') === 1,
    );
    server.forget();
    server.bookmark('deployments');
    // Comes after the bookmark, and has no version of its own.
    const nobody = { type: 'MODIFIED', object: { metadata: {} } };
    server.say('deployments', JSON.stringify(nobody));
    await eventually(() => losses.size > 0);
    server.drop();
    server.put('deployments', deployment('orders'));
    await eventually(() => known.has('Deployment/shop/orders'));
    // Pods had no bookmark: what they were watched from has expired.
    await eventually(() => server.counts.lists.pods === 2);
    expect(server.counts.lists.deployments).toBe(1);
    expect([...losses]).toEqual([
      ['deployments that say too little about themselves', 1],
    ]);
  });

  it('lists a type again when what it knows has expired, and finds what is gone', async () => {
    const { known, reports } = watch(server);
    await eventually(
      () => known.size === 1 && server.watching('deployments') === 1,
    );
    const whole = () => reports.filter(one => one.whole).length;
    server.put('deployments', deployment('orders'));
    await eventually(() => known.size === 2);
    server.mood = { status: 503 };
    server.drop();
    server.remove('deployments', deployment('orders'));
    server.forget();
    const before = whole();
    server.mood = 'well';
    await eventually(() => known.size === 1);
    expect(server.counts.lists.deployments).toBe(2);
    expect(whole()).toBeGreaterThan(before);
  });

  it('reads long lists in pages, and begins anew when they expire', async () => {
    for (let nth = 0; nth < 600; nth += 1) {
      server.put('deployments', deployment(`service-${nth}`));
    }
    server.pagesUntilExpired.set('deployments', 2);
    // It was on a page that was read, and nobody tells that it went.
    server.whenExpired = () =>
      server.remove('deployments', deployment('service-0'));
    const { known, reports } = watch(server);
    await eventually(() => known.size > 0);
    expect([known.size, known.has('Deployment/shop/service-0')]).toEqual([
      600,
      false,
    ]);
    // Two pages, the third has expired, and all three again.
    expect(server.counts.lists.deployments).toBe(6);
    expect(reports.map(({ gaps }) => gaps)).toEqual([[]]);
  });

  it('names what it may not see, and shows the rest', async () => {
    server.forbidden.add('pods').add('poddisruptionbudgets').add('events');
    const { known, reports } = watch(server);
    await eventually(() => known.size === 1);
    expect(reports[0].gaps).toEqual([
      'pods may not be listed or watched: the role needs list and watch for pods',
      'events may not be listed or watched: the role needs list and watch for events',
      'poddisruptionbudgets may not be listed or watched: the role needs list and watch for poddisruptionbudgets in policy',
    ]);
    // Nobody knows whether there is a budget.
    expect(known.get(payments)).toMatchObject({ lacks: [], troubles: [] });
  });

  it('says of which workloads nothing can be seen: they are not gone', async () => {
    server.forbidden.add('statefulsets').add('pods');
    const { known, reports } = watch(server);
    await eventually(() => known.size === 1);
    // Nobody installed Rollouts: there are none.
    expect([reports[0].whole, reports[0].unseen]).toEqual([
      true,
      {
        StatefulSet:
          'statefulsets may not be listed or watched: the role needs list and watch for statefulsets in apps',
      },
    ]);
  });

  it('says that the cluster is there, though nothing happens in it', async () => {
    const { known, reports } = watch(server, { timing: { stillEvery: 10 } });
    await eventually(() => known.size === 1);
    await eventually(() => reports.length > 3);
    expect(reports.slice(1, 3)).toEqual([
      {
        ...{ cluster: 'eu', whole: false, workloads: [], removed: [] },
        ...{ gaps: [], unseen: {} },
      },
      reports[2],
    ]);
  });

  it('sees what is installed besides', async () => {
    server.absent.clear();
    server.put('canaries', {
      metadata: { name: 'payments', namespace: 'shop' },
      spec: { targetRef: { kind: 'Deployment', name: 'payments' } },
      status: {
        phase: 'Progressing',
        conditions: [{ message: 'step 2 of 5' }],
      },
    });
    server.put('rollouts', {
      ...deployment('search'),
      status: {
        phase: 'Paused',
        message: 'CanaryPauseStep',
        pauseConditions: [{ reason: 'CanaryPauseStep' }],
      },
    });
    const { known } = watch(server);
    await eventually(() => known.size === 2);
    expect(known.get(payments)?.delivery).toEqual({
      ...{ tool: 'Flagger', name: 'payments' },
      ...{ state: 'Progressing', said: 'step 2 of 5' },
    });
    expect(known.get('Rollout/shop/search')).toMatchObject({
      paused: true,
      delivery: {
        tool: 'Argo Rollouts',
        state: 'Paused',
        said: 'CanaryPauseStep',
      },
    });
  });

  it('ends when nobody knows us, and says so without the token', async () => {
    const { ending, reports } = watch(server, { token: 'wrong-token-1234' });
    const end = await ending;
    expect(end).toMatchObject({
      outcome: 'failed',
      fault: {
        kind: 'not-authorised',
        words: expect.stringContaining('answered 401'),
      },
    });
    expect(JSON.stringify(end)).not.toContain('wrong-token');
    expect(reports).toEqual([]);
  });

  it('ends when nobody knows us any more, though other streams hold', async () => {
    const { known, state } = watch(server);
    await eventually(
      () => known.size === 1 && server.watching('deployments') === 1,
    );
    server.mood = 'unknown-user';
    server.say('deployments', 'half a li');
    await eventually(() => state.ended !== undefined);
    expect(state.ended).toMatchObject({
      ...{ outcome: 'failed', fault: { kind: 'not-authorised' } },
    });
  });

  it('leaves each cluster to itself', async () => {
    const hanging = await FakeApiServer.start();
    const liar = await FakeApiServer.start();
    hanging.mood = 'hangs';
    liar.clockAhead = 3 * 3_600_000;
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const young = deployment('payments');
    liar.put('deployments', {
      ...young,
      metadata: { ...young.metadata, creationTimestamp: tomorrow },
    });
    const [us, asia, eu] = [
      // It must not be given up while the others are still being read.
      watch(hanging, { name: 'us', timing: { silence: 600_000 } }),
      watch(liar, { name: 'asia' }),
      watch(server),
    ];
    await eventually(() => eu.known.size === 1 && asia.known.size === 1);
    expect(us.reports).toEqual([]);
    expect(us.state.ended).toBeUndefined();
    expect(eu.reports[0].gaps).toEqual([]);
    expect(asia.reports[0].gaps).toEqual([
      'Its clock is 180 min ahead of ours: times that have not come yet are left out',
    ]);
    expect(asia.known.get(payments)).not.toHaveProperty('createdAt');
    await us.stop();
    await asia.stop();
    await hanging.stop();
    await liar.stop();
  });

  it('ends as a whole when the cluster is gone, to be opened again', async () => {
    const { known, ending } = watch(server);
    await eventually(() => known.size === 1);
    server.mood = { status: 503 };
    server.drop();
    expect(await ending).toMatchObject({
      outcome: 'retry',
      fault: { kind: 'server-error' },
    });
  });

  it('sends its token to nobody else', async () => {
    const other = await FakeApiServer.start();
    server.mood = {
      status: 307,
      headers: { location: `${other.url}/api/v1/pods` },
    };
    expect(await watch(server).ending).toMatchObject({
      outcome: 'failed',
      fault: { words: expect.stringContaining('redirects are not followed') },
    });
    expect(other.asked).toEqual([]);
    await other.stop();
  });

  it('survives what nobody should say', async () => {
    const { known, state, losses } = watch(server);
    await eventually(() => known.size === 1 && server.watching('pods') === 1);
    server.put('deployments', {
      metadata: { name: 'a b/c 🚀', namespace: 'shop' },
    });
    server.say(
      'pods',
      JSON.stringify({ type: 'MODIFIED', object: { metadata: {} } }),
    );
    server.say('pods', JSON.stringify({ type: 'NEW-KIND', object: null }));
    server.say('pods', 'half a li');
    await eventually(() => known.size === 2);
    await eventually(() => server.counts.watches.pods > 1);
    expect(known.get('Deployment/shop/a b/c 🚀')).toMatchObject({
      replicas: { desired: 1, current: 0, updated: 0, ready: 0, available: 0 },
    });
    expect(state.ended).toBeUndefined();
    expect(losses.get('pods that say too little about themselves')).toBe(2);
  });
});
