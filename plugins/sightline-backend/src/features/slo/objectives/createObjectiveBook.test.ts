import { InputError } from '@backstage/errors';
import {
  DiscoveredObjective,
  ObjectiveProvider,
  StatedObjective,
} from '@sightline/backstage-plugin-sightline-node';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  asked,
  bookWorld,
  calls,
  prometheus,
  START,
  tempFolder,
} from './__testUtils__/bookWorld';
import { ordersSlo } from './__testUtils__/openSloFiles';

jest.setTimeout(60_000);

const databases = useTestDatabases();

const DAY = 24 * 3_600_000;
const orders = 'component:default/orders';
const window = { kind: 'rolling' as const, duration: 30 * DAY };
const httpTemplate = { templates: [{ preset: 'http' }] };

const stated = (name: string): StatedObjective => ({
  ...{ name, title: name, target: 0.99, window },
  service: orders,
  indicator: { kind: 'other', words: 'fresh' },
  budgeting: { method: 'occurrences' },
  origin: { kind: 'pushed', where: 'the wiki' },
  measure: { by: 'ratio', query: 'fresh', of: 'good' },
});

const provider = (
  id: string,
  answer: { read: ObjectiveProvider['read'] },
): ObjectiveProvider => ({ id, read: context => answer.read(context) });

const ofSloth = (name: string, service: string): DiscoveredObjective => {
  const { service: _, ...rest } = stated(name);
  return {
    ...rest,
    indicator: { kind: 'availability', words: 'requests' },
    origin: { kind: 'sloth', where: 'Sloth, in prometheus:main' },
    measure: { by: 'recorded', family: 'sloth', labels: { sloth_slo: name } },
    outsideService: { name: service, namespace: '' },
  };
};

describe.each(databases.ids)('the book of objectives, on %s', id => {
  const world = async (options: Parameters<typeof bookWorld>[1] = {}) =>
    bookWorld(await databases.open(id), options);

  it('holds a tier’s targets, measured by the service’s own calls', async () => {
    const { services, read } = await world({ measurers: [calls] });
    services(asked('orders', { 'sightline.dev/tier': 'T0' }));
    const { objectives, indicators, problems } = await read();
    expect(problems).toEqual([]);
    expect(objectives).toEqual([
      {
        ...{ id: `${orders}/availability`, service: orders },
        ...{ name: 'availability', title: 'Requests succeed' },
        indicator: {
          kind: 'availability',
          words: 'requests answered without an error of the service',
        },
        ...{ target: 0.999, window, budgeting: { method: 'occurrences' } },
        origin: { kind: 'calls', where: 'sightline.slo.tiers.T0' },
        measuredBy: 'calls',
      },
      {
        ...{ id: `${orders}/latency`, service: orders },
        ...{ name: 'latency', title: 'Requests are answered in time' },
        indicator: {
          ...{ kind: 'latency', threshold: 500 },
          words: 'requests answered within 500 ms',
        },
        ...{ target: 0.99, window, budgeting: { method: 'occurrences' } },
        origin: { kind: 'calls', where: 'sightline.slo.tiers.T0' },
        measuredBy: 'calls',
      },
    ]);
    expect(indicators).toEqual(
      new Map([
        [`${orders}/availability`, { by: 'calls', of: 'availability' }],
        [`${orders}/latency`, { by: 'calls', of: 'latency', threshold: 500 }],
      ]),
    );
  });

  it('holds the same, measured as the fleet is, where there is a Prometheus', async () => {
    const { services, read } = await world({ slo: httpTemplate });
    services(
      asked('orders', { 'sightline.dev/tier': 'T1' }, ['order-service']),
      asked('order-service'),
    );
    const { objectives, indicators } = await read();
    expect(
      objectives.map(({ id: is, origin, measuredBy }) => [
        ...[is, origin.kind, measuredBy],
      ]),
    ).toEqual([
      [
        'component:default/order-service/availability',
        'tier',
        'prometheus:main',
      ],
      ['component:default/order-service/latency', 'tier', 'prometheus:main'],
      [`${orders}/availability`, 'tier', 'prometheus:main'],
      [`${orders}/latency`, 'tier', 'prometheus:main'],
    ]);
    expect(indicators.get(`${orders}/latency`)).toEqual({
      by: 'template',
      good: 'sum by (service_namespace, service_name) (increase(http_server_request_duration_seconds_bucket{le=~"1([.]0+)?"}[$window]))',
      total:
        'sum by (service_namespace, service_name) (increase(http_server_request_duration_seconds_count[$window]))',
      labels: ['service_namespace', 'service_name'],
      service: [
        ['', 'order-service'],
        ['', 'orders'],
        ['default', 'orders'],
      ],
    });
    // Its name is what somebody else is called in traces.
    expect(
      indicators.get('component:default/order-service/availability'),
    ).toMatchObject({ service: [['default', 'order-service']] });
  });

  it('tries templates in their order, each with the source it names', async () => {
    const templates = [
      { preset: 'spanmetrics', source: 'prometheus:eu' },
      { preset: 'http', labels: { job: '$namespace/$name' } },
    ];
    const { services, read } = await world({ slo: { templates } });
    services({
      ...asked('orders'),
      names: [{ kind: 'otel', name: 'order-service', namespace: 'shop' }],
    });
    expect((await read()).indicators.get(`${orders}/availability`)).toEqual({
      by: 'template',
      bad: 'sum by (job) (increase(http_server_request_duration_seconds_count{http_response_status_code=~"5.."}[$window]))',
      total:
        'sum by (job) (increase(http_server_request_duration_seconds_count[$window]))',
      labels: ['job'],
      service: [['shop/order-service'], ['orders'], ['default/orders']],
    });
  });

  it('holds no default that nobody can measure, and says so of what is stated', async () => {
    const folder = await tempFolder();
    await folder.write('slo/orders.yaml', ordersSlo);
    const { services, refresh, summary } = await world({
      measurers: [],
      slo: { ...httpTemplate, openslo: { folders: [`${folder.root}/slo`] } },
    });
    services(asked('orders'));
    await refresh();
    expect((await summary()).objectives).toEqual([
      `${orders}/orders-availability 0.995 by openslo, none`,
    ]);
  });

  it('holds what Sloth has rules for, of services that are known', async () => {
    const { services, summary } = await world({
      names: { 'order-svc': orders },
      slo: { tiers: { none: { latency: false } } },
    });
    services(asked('orders'), asked('cart'));
    const found = [
      ofSloth('requests', 'order-svc'),
      ofSloth('baskets', 'cart'),
      ofSloth('lost', 'stranger'),
      ofSloth('lost-too', 'stranger'),
    ];
    expect(await summary(new Map([['prometheus:main', found]]))).toEqual({
      objectives: [
        'component:default/cart/baskets 0.99 by sloth, prometheus:main',
        `${orders}/requests 0.99 by sloth, prometheus:main`,
      ],
      problems: [
        "Sloth, in prometheus:main:- Objectives of 'stranger' are left out, as no service is known by that name; add otel:stranger to sightline.dev/aliases of the service that is meant",
      ],
    });
  });

  it('asks the Prometheus that found it, or that a document names', async () => {
    const eu = { ...prometheus, id: 'prometheus:eu' };
    const { services, summary } = await world({
      measurers: [prometheus, eu],
      slo: { tiers: { none: { availability: false, latency: false } } },
    });
    services(asked('orders'));
    expect(
      (
        await summary(
          new Map([['prometheus:eu', [ofSloth('requests', 'orders')]]]),
        )
      ).objectives,
    ).toEqual([`${orders}/requests 0.99 by sloth, prometheus:eu`]);
  });

  it('keeps what a provider said while it fails, and leaves the others alone', async () => {
    let fails = false;
    const wiki = provider('wiki', {
      read: async () => {
        if (fails) throw new Error('closed');
        return [stated('fresh')];
      },
    });
    const other = provider('other', { read: async () => [stated('whole')] });
    const { services, refresh, restart, summary } = await world({
      providers: [wiki, other],
      slo: { tiers: { none: { availability: false, latency: false } } },
    });
    services(asked('orders'));
    await refresh();
    fails = true;
    restart();
    await refresh();
    expect(await summary()).toEqual({
      objectives: [
        `${orders}/fresh 0.99 by pushed, prometheus:main`,
        `${orders}/whole 0.99 by pushed, prometheus:main`,
      ],
      problems: ['wiki:- It could not be asked: closed'],
    });
  });

  it('takes of a provider what can be read, and says what cannot', async () => {
    const wiki = provider('wiki', {
      read: async () =>
        [
          stated('fresh'),
          { ...stated('wrong'), target: 99 },
          'nonsense',
        ] as StatedObjective[],
    });
    const { services, refresh, summary } = await world({
      providers: [wiki],
      slo: { tiers: { none: { availability: false, latency: false } } },
    });
    services(asked('orders'));
    await refresh();
    expect(await summary()).toEqual({
      objectives: [`${orders}/fresh 0.99 by pushed, prometheus:main`],
      problems: [
        'wiki:- objectives[1].target: target is 99; write a share below 1, such as 0.999',
        expect.stringContaining('wiki:- objectives[2]: '),
      ],
    });
  });

  it('says since when something is wrong, as long as it is', async () => {
    const { services, read, pass } = await world();
    services(asked('orders', { 'sightline.dev/openslo': 'slo.yaml' }));
    const first = await read();
    pass(60_000);
    const second = await read();
    expect([first.problems, second.problems]).toEqual([
      [
        {
          ...{ where: orders, service: orders, earlierInForce: false },
          words:
            "sightline.dev/openslo: 'slo.yaml' cannot be found: the catalog does not say in which file the service is described",
          since: new Date(START).toISOString(),
        },
      ],
      first.problems,
    ]);
  });
});

describe.each(databases.ids)('pushed objectives, on %s', id => {
  const body = {
    title: 'Prices are fresh',
    indicator: { kind: 'other' },
    target: 0.99,
    window,
    measure: { by: 'ratio', query: 'fresh', of: 'good' },
  };
  const about = { service: orders, name: 'fresh', by: 'user:default/ann' };
  const world = async (perService = 20) => {
    const book = bookWorld(await databases.open(id), {
      slo: {
        tiers: { none: { availability: false, latency: false } },
        atMost: { objectivesPerService: perService },
      },
    });
    book.services(asked('orders'));
    return book;
  };

  it('hold until they are taken back', async () => {
    const { book, summary, restart } = await world();
    const first = await book().pushed.put(about, body);
    const again = await book().pushed.put(about, { ...body, target: 0.9 });
    expect([first.created, again.created]).toEqual([true, false]);
    restart();
    expect((await summary()).objectives).toEqual([
      `${orders}/fresh 0.9 by pushed, prometheus:main`,
    ]);
    expect(await book().pushed.list(orders)).toEqual([
      {
        ...{ service: orders, name: 'fresh' },
        ...{ pushedBy: 'user:default/ann' },
        pushedAt: '2026-11-21T02:00:00.000Z',
        statement: {
          ...{ name: 'fresh', title: 'Prices are fresh', target: 0.9, window },
          indicator: {
            ...{ kind: 'other', words: 'what the queries count' },
            queries: [{ label: 'ratio', query: 'fresh' }],
          },
          budgeting: { method: 'occurrences' },
          measure: { by: 'ratio', query: 'fresh', of: 'good' },
        },
      },
    ]);
    const removed = [
      await book().pushed.remove(about),
      await book().pushed.remove(about),
    ];
    expect([removed, await summary()]).toEqual([
      [true, false],
      { objectives: [], problems: [] },
    ]);
  });

  it.each<[object, string]>([
    [{ target: 99 }, 'target is 99; write a share below 1, such as 0.999'],
    [{ title: undefined }, 'title is missing; write a text'],
    [{ window: { kind: 'rolling', duration: 5 } }, 'window.duration: duration'],
    [
      { measure: { by: 'events', bad: 'e[5m]', total: 't[$window]' } },
      'measure.bad: bad has the fixed range [5m]; write [$window] instead',
    ],
    [
      { measure: { by: 'events', total: 't[$window]' } },
      'measure has both good and bad, or neither; write one of them',
    ],
    [
      { measure: { by: 'template', total: 't' } },
      'by is "template"; write how it is measured',
    ],
    [{ taget: 0.9 }, 'taget is no key that is known here'],
  ])('are refused with %j', async (wrong, words) => {
    const { book } = await world();
    const put = book().pushed.put(about, { ...body, ...wrong });
    await expect(put).rejects.toThrow(InputError);
    await expect(put).rejects.toThrow(words);
  });

  it('are refused beyond the limit of one service', async () => {
    const { book } = await world(1);
    await book().pushed.put(about, body);
    await book().pushed.put(about, body);
    await expect(
      book().pushed.put({ ...about, name: 'second' }, body),
    ).rejects.toThrow(
      'component:default/orders has 1 pushed objectives, and more are not kept',
    );
    await expect(
      book().pushed.put({ ...about, name: 'a/b' }, body),
    ).rejects.toThrow("'a/b' is no name for an objective");
  });
});
