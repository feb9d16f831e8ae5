import { ServiceRow } from '@sightline/backstage-plugin-sightline-common';
import { harbour, ref } from '../../../__testUtils__/harbour';
import {
  Sightline,
  startSightline,
} from '../../../__testUtils__/startSightline';
import { eventually } from '../../../intake/__testUtils__/startTestIntake';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { component } from '../__testUtils__/entities';

const { open } = useTestDatabases();
let sightline: Sightline;

beforeAll(async () => {
  sightline = await startSightline({
    database: await open('SQLITE_3'),
    // Without objectives nothing changes but what the tests change.
    config: { slo: { calls: { enabled: false } } },
  });
  await sightline.sweep();
  // Columns of other features come a moment after the catalog's.
  await eventually(async () =>
    (await list()).items.every((row: ServiceRow) => row.drift),
  );
});

const names = (page: { items: { ref: string }[] }) =>
  page.items.map(item => item.ref.replace('component:default/', ''));

const list = async (query = '') =>
  (await sightline.get(`/v1/services${query}`)).body;

describe('GET /v1/services', () => {
  it('gives the whole row of a service, with its evidence', async () => {
    const { status, body } = await sightline.get('/v1/services?tier=T0');

    const evidence = {
      source: 'catalog',
      observedAt: expect.any(String),
      validFor: 120_000,
    };
    expect([status, body]).toEqual([
      200,
      {
        items: [
          {
            ref: ref('payments'),
            name: 'payments',
            title: 'Payments',
            description: '=Takes money, "at once"',
            type: 'service',
            lifecycle: 'production',
            tier: 'T0',
            owner: {
              ref: 'group:default/payments',
              name: 'Payments',
              exists: true,
              path: ['group:default/company'],
            },
            system: { ref: 'system:default/checkout', name: 'checkout' },
            domain: { ref: 'domain:default/commerce', name: 'commerce' },
            tags: ['go'],
            aliases: 0,
            drift: {
              unknown: {
                ...{ state: 'unknown', reason: 'not-configured' },
                detail: 'No traces have come yet',
              },
            },
            evidence,
          },
        ],
        total: 1,
        of: 5,
        evidence,
      },
    ]);
  });

  it.each([
    ['', ['crane', 'fraud', 'ledger', 'orphan', 'payments']],
    ['?order=desc', ['payments', 'orphan', 'ledger', 'fraud', 'crane']],
    ['?sort=tier', ['payments', 'fraud', 'ledger', 'crane', 'orphan']],
    ['?owner=group:default/risk', ['fraud']],
    ['?owner=group:default/payments', ['fraud', 'ledger', 'payments']],
    ['?owner=group:default/risk,group:default/yard', ['crane', 'fraud']],
    ['?owner=group%3Adefault%2Frisk', ['fraud']],
    ['?mine=true', ['fraud', 'ledger', 'payments']],
    ['?mine=false&tier=T1', ['fraud', 'ledger']],
    ['?unowned=true', ['orphan']],
    ['?system=system:default/checkout', ['ledger', 'payments']],
    ['?domain=domain:default/commerce', ['ledger', 'payments']],
    ['?tier=T0,T1', ['fraud', 'ledger', 'payments']],
    ['?tier=none', ['crane', 'orphan']],
    ['?lifecycle=experimental', ['crane']],
    ['?type=worker', ['crane']],
    ['?tag=go', ['fraud', 'payments']],
    ['?tag=go,ml', ['fraud']],
    ['?q=pay', ['ledger', 'payments']],
    ['?q=checkout%20ledg', ['ledger']],
    ['?q=100%25', []],
    ['?q=%F0%9F%9A%A2', []],
  ])('answers %s', async (query, expected) => {
    const page = await list(query);

    expect({
      names: names(page),
      total: page.total,
      of: page.of,
    }).toEqual({ names: expected, total: expected.length, of: 5 });
  });

  it('walks through all pages by cursor, each row once', async () => {
    const seen: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await list(
        `?sort=owner&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(names(page));
      cursor = page.nextCursor;
    } while (cursor);

    expect(seen.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(seen.flat().sort()).toEqual(names(await list()));
  });

  it('gives only the fields asked for, and always the ref', async () => {
    const page = await list('?fields=tier,title&limit=2');

    expect(page.items).toEqual([
      { ref: ref('crane'), title: 'crane' },
      { ref: ref('fraud'), title: 'fraud', tier: 'T1' },
    ]);
  });
});

describe('GET /v1/services/facets', () => {
  it('counts each facet as if its own filter were not set', async () => {
    const { body } = await sightline.get('/v1/services/facets?tier=T1');

    expect(body).toEqual({
      owner: [
        { value: 'group:default/payments', label: 'Payments', count: 1 },
        { value: 'group:default/risk', label: 'Risk', count: 1 },
      ],
      system: [
        { value: 'system:default/checkout', label: 'checkout', count: 1 },
      ],
      domain: [
        { value: 'domain:default/commerce', label: 'commerce', count: 1 },
      ],
      tier: [
        { value: 'T1', count: 2 },
        { value: 'T0', count: 1 },
      ],
      lifecycle: [{ value: 'production', count: 2 }],
      type: [{ value: 'service', count: 2 }],
      ...{ burning: [], drift: [], contracts: [], health: [], onCall: [] },
      unknown: [{ value: 'drift', count: 2 }],
    });
  });
});

describe('GET /v1/services/:namespace/:name', () => {
  it('gives what the catalog says about one service', async () => {
    const { status, body } = await sightline.get('/v1/services/default/ledger');

    expect([status, body]).toEqual([
      200,
      {
        state: 'known',
        value: {
          ref: ref('ledger'),
          name: 'ledger',
          title: 'ledger',
          type: 'service',
          lifecycle: 'production',
          tier: 'T1',
          owner: {
            ref: 'group:default/payments',
            name: 'Payments',
            exists: true,
            path: ['group:default/company'],
          },
          system: { ref: 'system:default/checkout', name: 'checkout' },
          domain: { ref: 'domain:default/commerce', name: 'commerce' },
          links: [],
          tags: [],
        },
        evidence: expect.objectContaining({ source: 'catalog' }),
      },
    ]);
  });

  it('takes names as people write them', async () => {
    const { body } = await sightline.get('/v1/services/Default/Ledger');
    expect(body.value.ref).toBe(ref('ledger'));
  });

  it('gives the dossier with every part known or unknown for a reason', async () => {
    const { status, body } = await sightline.get(
      '/v1/services/default/payments/dossier',
    );

    expect(status).toBe(200);
    expect(body).toMatchObject({
      ref: ref('payments'),
      service: { state: 'known', value: { tier: 'T0' } },
      dependencies: {
        state: 'known',
        value: [{ ref: ref('ledger'), name: 'ledger', relation: 'dependsOn' }],
      },
    });
  });

  it.each(['', '/dossier'])(
    'says 404 for a service there is not%s',
    async part => {
      const { status, body } = await sightline.get(
        `/v1/services/default/ghost${part}`,
      );
      expect([status, body.error]).toEqual([
        404,
        {
          name: 'NotFoundError',
          message: 'There is no service component:default/ghost',
        },
      ]);
    },
  );
});

describe('GET /v1/services.csv', () => {
  it('gives every row the filter lets through, as a file a spreadsheet may open', async () => {
    const { status, headers, text } = await sightline.get(
      '/v1/services.csv?system=system:default/checkout&sort=name',
    );

    expect([
      status,
      headers['content-type'],
      headers['content-disposition'],
    ]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'attachment; filename="services.csv"',
    ]);
    expect(text.replace(/\d{4}-[-\dT:.]+Z/g, 'TIME')).toBe(
      [
        'ref,name,title,type,lifecycle,tier,owner,owner name,system,domain,tags,aliases,slo state,worst objective,budget left,burn rate,drift,pacts verified,pacts failed,pacts unverified,health,last deploy,deployed version,on call,on call who,description,observed at',
        `${ref(
          'ledger',
        )},ledger,ledger,service,production,T1,group:default/payments,Payments,system:default/checkout,domain:default/commerce,,0,,,,,,,,,,,,,,,TIME`,
        `${ref(
          'payments',
        )},payments,Payments,service,production,T0,group:default/payments,Payments,system:default/checkout,domain:default/commerce,go,0,,,,,,,,,,,,,,"'=Takes money, ""at once""",TIME`,
        '',
      ].join('\r\n'),
    );
  });
});

describe('answers that have not changed', () => {
  const paths = [
    '/v1/services?sort=tier',
    '/v1/services/facets',
    '/v1/services/default/ledger',
    '/v1/services/default/ledger/dossier',
  ];
  const ask = (path: string, tag: string) =>
    sightline.get(path, { headers: { 'If-None-Match': tag } });

  it.each(paths)('are not sent again: %s', async path => {
    const first = await sightline.get(path);
    expect(first.headers).toMatchObject({
      etag: expect.stringMatching(/^"[^"]+"$/),
      'cache-control': 'private, no-cache',
    });

    const again = await ask(path, first.headers.etag);

    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers.etag).toBe(first.headers.etag);
    expect((await ask(path, '"another"')).status).toBe(200);
  });

  it('tell lists that differ in anything apart', async () => {
    const queries = ['', '?limit=2', '?order=desc', '?tier=T1', '?fields=name'];
    const tags = await Promise.all(
      queries.map(
        async query =>
          (
            await sightline.get(`/v1/services${query}`)
          ).headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(queries.length);
  });

  it('are sent anew once something has changed', async () => {
    const before = await Promise.all(paths.map(path => sightline.get(path)));
    sightline.catalog.put(
      component('ledger', { owner: 'yard', system: 'checkout', tier: 'T2' }),
    );
    await sightline.sweep();

    await eventually(async () => {
      const now = await Promise.all(
        before.map(({ headers }, n) => ask(paths[n], headers.etag)),
      );
      return now.every(({ status }) => status === 200);
    });
    const { body } = await sightline.get(paths[3]);
    expect(body.service.value).toMatchObject({
      tier: 'T2',
      owner: { ref: 'group:default/yard' },
    });
    sightline.catalog.put(...harbour());
    await sightline.sweep();
  });
});
