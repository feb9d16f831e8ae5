import { ok } from '@sightline/backstage-plugin-sightline-node';
import { ref } from '../../../__testUtils__/harbour';
import {
  allowAll,
  denying,
  Sightline,
  startSightline,
} from '../../../__testUtils__/startSightline';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';

const { open } = useTestDatabases();
let sightline: Sightline;

beforeAll(async () => {
  sightline = await startSightline({
    database: await open('SQLITE_3'),
    sources: [
      {
        kind: 'pull',
        id: 'traces',
        title: 'Traces',
        pull: async () =>
          ok({
            names: [
              { kind: 'otel', name: 'payments', namespace: '' },
              { kind: 'otel', name: 'teapot', namespace: 'kitchen' },
              { kind: 'pact', name: 'Zebra', namespace: '' },
            ],
          }),
      },
    ],
  });
  await sightline.sweep();
  await sightline.turn('traces');
});
beforeEach(() => {
  sightline.audited.length = 0;
});

const page = async (query = '') =>
  (await sightline.get(`/v1/aliases${query}`)).body;
const idOf = async (name: string) => (await page(`?q=${name}`)).items[0].id;
const decide = (decisions: object[], as: 'ann' | 'service' = 'ann') =>
  sightline.send('post', '/v1/aliases/decisions', { as, body: { decisions } });

describe('GET /v1/aliases', () => {
  it.each([
    ['', ['payments', 'teapot', 'Zebra']],
    ['?kind=pact', ['Zebra']],
    ['?state=unmatched', ['teapot', 'Zebra']],
    ['?state=matched,suggested', ['payments']],
    [`?service=${ref('payments')}`, ['payments']],
    ['?source=traces&q=tea', ['teapot']],
    ['?source=others', []],
  ])('answers %s', async (query, expected) => {
    const { items, total } = await page(query);
    expect(items.map(({ outside }: any) => outside.name)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  it('walks through its pages by cursor', async () => {
    const first = await page('?limit=2');
    const second = await page(`?limit=2&cursor=${first.nextCursor}`);

    expect(
      [first, second].map(({ items, nextCursor }) => [
        items.map(({ outside }: any) => outside.name),
        typeof nextCursor,
      ]),
    ).toEqual([
      [['payments', 'teapot'], 'string'],
      [['Zebra'], 'undefined'],
    ]);
  });
});

describe('POST /v1/aliases/decisions', () => {
  it('accepts, rejects and takes back, and leaves an audit event each time', async () => {
    const id = await idOf('teapot');

    const accepted = await decide([
      { id, decision: 'accept', service: ref('crane') },
    ]);
    expect([accepted.status, accepted.body.items]).toEqual([
      200,
      [
        expect.objectContaining({
          id,
          outside: { kind: 'otel', name: 'teapot', namespace: 'kitchen' },
          state: 'accepted',
          service: ref('crane'),
          decidedBy: 'user:default/ann',
        }),
      ],
    ]);
    const rejected = await decide([{ id, decision: 'reject' }]);
    expect(rejected.body.items[0].state).toBe('rejected');
    const undone = await decide([{ id, decision: 'undo' }]);
    expect(undone.body.items[0].state).toBe('unmatched');

    const event = {
      eventId: 'alias-decide',
      severityLevel: 'medium',
      meta: { decisions: 1 },
      outcome: 'success',
    };
    expect(sightline.audited).toEqual([event, event, event]);
  });

  it('decides all or nothing, and audits the failure', async () => {
    const id = await idOf('teapot');

    const { status, body } = await decide([
      { id, decision: 'reject' },
      { id: 'ghost', decision: 'reject' },
    ]);

    expect([status, body.error.message]).toEqual([
      404,
      'There is no outside name with id ghost',
    ]);
    expect((await page('?q=teapot')).items[0].state).toBe('unmatched');
    expect(sightline.audited.map(({ outcome }) => outcome)).toEqual([
      'failed: NotFoundError',
    ]);
  });

  it.each([
    ['a service there is not', { service: ref('ghost') }],
    ['the first candidate when there is none', {}],
  ])('refuses to accept %s', async (_title, choice) => {
    const { status, body } = await decide([
      { id: await idOf('Zebra'), decision: 'accept', ...choice },
    ]);
    expect([status, body.error.name]).toEqual([400, 'InputError']);
  });

  it('is for people only', async () => {
    const { status } = await decide([{ id: 'x', decision: 'undo' }], 'service');
    expect([status, sightline.audited]).toEqual([403, []]);
  });

  it('audits who tried without the permission', async () => {
    sightline.allow(denying('sightline.alias.manage'));
    await decide([{ id: 'x', decision: 'undo' }]);
    sightline.allow(allowAll);

    expect(sightline.audited.map(({ outcome }) => outcome)).toEqual([
      'failed: NotAllowedError',
    ]);
  });
});
