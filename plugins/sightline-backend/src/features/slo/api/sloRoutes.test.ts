import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { serviceReadPermission } from '@sightline/backstage-plugin-sightline-common';
import { parse } from 'yaml';
import { harbour, ref } from '../../../__testUtils__/harbour';
import {
  allowAll,
  denying,
  Sightline,
  startSightline,
} from '../../../__testUtils__/startSightline';
import { eventually } from '../../../intake/__testUtils__/startTestIntake';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  createSightlineConditionalDecision,
  sightlineConditions,
} from '../../../index';
import { fakeIndicatorSource } from '../__testUtils__/FakeIndicatorSource';

const { open } = useTestDatabases();
const prometheus = fakeIndicatorSource();
let sightline: Sightline;

const list = async (query = '') =>
  (await sightline.get(`/v1/objectives${query}`)).body;

const rows = (page: any) =>
  page.items.map(
    ({ service, objective, state }: any) =>
      `${service.name} ${objective.indicator.kind}: ${state}`,
  );

const withRunbook = (entity: Entity): Entity =>
  entity.metadata.name === 'payments' && entity.kind === 'Component'
    ? {
        ...entity,
        metadata: {
          ...entity.metadata,
          annotations: {
            ...entity.metadata.annotations,
            'sightline.dev/runbook': 'https://runbooks.example/payments',
          },
        },
      }
    : entity;

/** What burns, what is well, and what nobody can tell. */
beforeAll(async () => {
  prometheus.tell(ref('payments'), { errors: 0.2 });
  prometheus.tell(ref('ledger'), { errors: 0.001 });
  prometheus.tell(ref('fraud'), { what: 'no-traffic' });
  sightline = await startSightline({
    database: await open('SQLITE_3'),
    indicatorSources: [prometheus.source],
    portal: 'https://portal.example/',
    entities: harbour().map(withRunbook),
    config: {
      slo: {
        minimumBadEvents: 7,
        templates: [{ preset: 'http' }],
        tiers: { none: { availability: false, latency: false } },
      },
    },
  });
  await sightline.sweep();
  await eventually(async () => (await list()).of === 6);
  await sightline.turn('slo:prometheus:main');
  await eventually(async () => (await list()).states.page === 2);
});

describe('GET /v1/objectives', () => {
  it('puts what burns first and what is unknown last, with a reason', async () => {
    const page = await list();
    const states = page.items.map(({ state }: any) => state);
    expect(states).toEqual([
      ...['page', 'page', 'met', 'met', 'unknown', 'unknown'],
    ]);
    expect({ ...page, items: page.items.length }).toEqual({
      ...{ items: 6, total: 6, of: 6, problems: 0 },
      states: { page: 2, ticket: 0, exhausted: 0, unknown: 2, met: 2 },
    });
    expect(page.items[5].unknown.reason).toBe('too-few-events');
    expect(page.items[0]).toMatchObject({
      service: {
        ...{ ref: ref('payments'), name: 'Payments', tier: 'T0' },
        owner: { ref: 'group:default/payments', name: 'Payments' },
      },
      evidence: { source: 'slo:prometheus:main' },
    });
  });

  it.each([
    ['?state=page', 2],
    ['?state=page,unknown', 4],
    ['?owner=group:default/risk', 2],
    ['?owner=group:default/payments', 6],
    ['?mine=true', 6],
    [`?service=${ref('ledger')}`, 2],
    ['?service=ledger,fraud', 4],
    ['?tier=T1', 4],
    ['?tier=none', 0],
    ['?indicator=latency', 3],
    ['?origin=tier', 6],
    ['?origin=openslo', 0],
    ['?q=ledger', 2],
    ['?q=PAYMENTS%20time', 2],
    ['?q=100%25', 0],
  ])('answers %s', async (query, total) => {
    const page = await list(query);
    expect([page.total, page.items.length, page.of]).toEqual([total, total, 6]);
  });

  it.each([
    ...['exhaustion', 'state', 'service', 'owner', 'title', 'budget', 'burn'],
    ...['attainment', 'indicator', 'origin', 'measured'],
  ])(
    'walks through all pages sorted by %s, up and down, each once',
    async sort => {
      for (const order of ['asc', 'desc']) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page: any = await list(
            `?sort=${sort}&order=${order}&limit=2${
              cursor ? `&cursor=${cursor}` : ''
            }`,
          );
          seen.push(...page.items.map(({ objective }: any) => objective.id));
          cursor = page.nextCursor;
        } while (cursor);
        expect([seen.length, new Set(seen).size]).toEqual([6, 6]);
      }
    },
  );

  it('keeps what is unknown apart in both directions', async () => {
    for (const order of ['asc', 'desc']) {
      const page = await list(`?sort=budget&order=${order}`);
      expect(
        rows(page)
          .slice(4)
          .map((row: string) => row.split(': ')[1]),
      ).toEqual(['unknown', 'unknown']);
    }
  });

  it.each([
    ['?sort=luck', 400],
    ['?limit=0', 400],
    ['?cursor=nonsense', 400],
    ['?service=group:default/x', 400],
  ])('refuses %s', async (query, status) => {
    expect((await sightline.get(`/v1/objectives${query}`)).status).toBe(status);
  });

  it('is not sent again while nothing has changed', async () => {
    const first = await sightline.get('/v1/objectives');
    const again = await sightline.get('/v1/objectives', {
      headers: { 'If-None-Match': first.headers.etag },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});

describe('GET /v1/objectives.csv', () => {
  it('gives every row the filter lets through', async () => {
    const { status, headers, text } = await sightline.get(
      '/v1/objectives.csv?state=page',
    );
    const lines = text.trim().split('\r\n');
    expect([status, headers['content-disposition'], lines.length]).toEqual([
      200,
      'attachment; filename="objectives.csv"',
      3,
    ]);
    expect(lines[1]).toContain(
      `${ref('payments')},Payments,group:default/payments`,
    );
  });
});

describe('GET /v1/services/:namespace/:name/objectives', () => {
  it('gives all about one service, worst first', async () => {
    const { status, body } = await sightline.get(
      '/v1/services/default/payments/objectives',
    );
    expect(status).toBe(200);
    expect({ ...body, objectives: body.objectives.length }).toEqual({
      service: ref('payments'),
      objectives: 2,
      problems: [],
      feasibility: [
        expect.objectContaining({
          objective: expect.stringContaining(ref('payments')),
          verdict: 'unknown',
        }),
      ],
    });
  });

  it('says what to add where nothing is promised', async () => {
    const { body } = await sightline.get(
      '/v1/services/default/crane/objectives',
    );
    expect(body).toMatchObject({
      objectives: [],
      advice: expect.stringContaining('sightline.dev/openslo'),
    });
  });

  it('says 404 for a service there is not', async () => {
    const { status } = await sightline.get(
      '/v1/services/default/ghost/objectives',
    );
    expect(status).toBe(404);
  });
});

describe('GET …/history', () => {
  it('tells how the budget went, and what happened', async () => {
    const [{ objective }] = (await list('?state=page&indicator=availability'))
      .items;
    const { status, body } = await sightline.get(
      `/v1/services/default/payments/objectives/${objective.name}/history`,
    );
    expect([status, body.resolution, body.target, body.points.length]).toEqual([
      200,
      'hour',
      0.999,
      1,
    ]);
    expect(body.marks).toEqual([
      expect.objectContaining({ kind: 'state', words: expect.any(String) }),
    ]);
  });

  it('says 404 for an objective there is not', async () => {
    const { status } = await sightline.get(
      '/v1/services/default/payments/objectives/luck/history',
    );
    expect(status).toBe(404);
  });
});

describe('what others show', () => {
  const dossier = async (name: string) =>
    (await sightline.get(`/v1/services/default/${name}/dossier`)).body;

  it('has a part in every dossier: known, or unknown with a reason', async () => {
    await eventually(
      async () => (await dossier('payments')).parts.slo?.state === 'known',
    );
    const { parts } = await dossier('payments');
    expect(parts.slo.value.worst).toMatchObject({
      state: 'page',
      objectives: 2,
    });
    expect((await dossier('crane')).parts.slo).toMatchObject({
      state: 'unknown',
      reason: 'not-configured',
    });
  });

  it('has a column in the Fleet', async () => {
    const slo = async () =>
      (
        await sightline.get('/v1/services?q=payments&fields=name,slo')
      ).body.items.find(({ ref: of }: any) => of === ref('payments'))?.slo;
    await eventually(async () => (await slo())?.state === 'page');
    expect((await slo()).objectives).toBe(2);
  });

  it('is rules for Prometheus', async () => {
    const { status, headers, text } = await sightline.get(
      '/v1/slo/prometheus-rules.yaml',
    );
    expect([status, headers['content-type']]).toEqual([
      200,
      'text/yaml; charset=utf-8',
    ]);
    const written = parse(text).groups.flatMap(({ rules }: any) => rules);
    const payments = written.find(
      ({ labels }: any) => labels?.sightline_service === ref('payments'),
    );
    expect(payments).toEqual({
      record: expect.any(String),
      expr: 'vector(0.999)',
      labels: expect.objectContaining({
        sightline_objective: 'availability',
        sightline_owner: 'group:default/payments',
        sightline_link:
          'https://portal.example/catalog/default/component/payments/slo?objective=availability',
        sightline_runbook: 'https://runbooks.example/payments',
      }),
    });
    const alert = written.find(({ alert: name }: any) => name !== undefined);
    expect(alert).toMatchObject({
      expr: expect.stringContaining('>= 7 or'),
      labels: { owner: '{{ $labels.sightline_owner }}', severity: 'page' },
      annotations: {
        link: '{{ $labels.sightline_link }}',
        runbook_url: '{{ $labels.sightline_runbook }}',
      },
    });
  });

  it('is rules for one of several Prometheus, which must be one of them', async () => {
    const of = (source: string) =>
      sightline.get(`/v1/slo/prometheus-rules.yaml?source=${source}`);
    expect((await of('prometheus:main')).text).toContain(ref('payments'));
    expect((await of('calls')).text).not.toContain(ref('payments'));
    const { status, body } = await of('prometheus:other');
    expect([status, body.error.message]).toEqual([
      400,
      "source must be one of prometheus:main, calls, not 'prometheus:other'",
    ]);
  });
});

describe('permissions', () => {
  afterEach(() => sightline.allow(allowAll));

  it('narrow lists, counts and single services by owner', async () => {
    sightline.allow(permission =>
      permission.name === serviceReadPermission.name
        ? createSightlineConditionalDecision(
            serviceReadPermission,
            sightlineConditions.isOwnedBy({ owners: ['group:default/risk'] }),
          )
        : { result: AuthorizeResult.ALLOW },
    );
    const page = await list();
    expect([page.of, page.total, page.states.page]).toEqual([2, 2, 0]);
    const { status } = await sightline.get(
      '/v1/services/default/payments/objectives',
    );
    expect(status).toBe(403);
    const rules = await sightline.get('/v1/slo/prometheus-rules.yaml');
    expect(rules.text).not.toContain('payments');
  });

  it('refuse everything to whom nothing is granted', async () => {
    sightline.allow(denying('sightline.service.read'));
    for (const path of [
      '/v1/objectives',
      '/v1/objectives.csv',
      '/v1/objectives/problems',
      '/v1/slo/prometheus-rules.yaml',
      '/v1/services/default/payments/objectives',
    ]) {
      expect((await sightline.get(path)).status).toBe(403);
    }
  });
});
