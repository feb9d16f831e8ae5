import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { harbour, ref } from './__testUtils__/harbour';
import {
  allowAll,
  denying,
  Policy,
  Sightline,
  startSightline,
} from './__testUtils__/startSightline';
import { createSightlineConditionalDecision, sightlineConditions } from '.';
import { eventually } from './intake/__testUtils__/startTestIntake';
import { useTestDatabases } from './platform/__testUtils__/testDatabases';

const { open } = useTestDatabases();
let sightline: Sightline;

const lookup = async (q: string, how: Parameters<Sightline['get']>[1] = {}) =>
  sightline.get(`/v1/lookup?q=${encodeURIComponent(q)}`, how);

const found = async (q: string) =>
  (await lookup(q)).body.matches.map((match: { name: string }) => match.name);

beforeAll(async () => {
  sightline = await startSightline({
    database: await open('SQLITE_3'),
    entities: harbour(),
  });
  await sightline.sweep();
  await eventually(
    async () => (await lookup('ledger')).body.snapshot.services === 5,
  );
});

beforeEach(() => sightline.allow(allowAll));

const ownedBy =
  (...owners: string[]): Policy =>
  permission =>
    createSightlineConditionalDecision(
      permission as never,
      sightlineConditions.isOwnedBy({ owners }),
    );

describe('GET /v1/lookup', () => {
  it('says what may be meant, and how old that is', async () => {
    const { body, status, headers } = await lookup('Paymnts');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('private, no-cache');
    const { at, ...snapshot } = body.snapshot;
    expect({ ...body, snapshot }).toMatchObject({
      ...{ q: 'Paymnts', form: 'words' },
      matches: [
        {
          ...{ service: ref('payments'), name: 'payments', tier: 'T0' },
          owner: { ref: 'group:default/payments', name: 'Payments' },
          system: { ref: 'system:default/checkout', name: 'checkout' },
          why: {
            ...{ kind: 'name', value: 'payments', how: 'typo' },
            words: 'It is called payments, which is one letter off',
          },
        },
        { name: 'ledger', why: { kind: 'team', value: 'Payments' } },
        { name: 'fraud', why: { kind: 'team', value: 'Payments' } },
      ],
      leftOut: 0,
      parties: [{ ref: 'group:default/payments', kind: 'team', services: 3 }],
      snapshot: { state: 'live', words: 'As of now', services: 5, lost: 0 },
    });
    expect(Date.parse(at)).not.toBeNaN();
  });

  it('answers once, as long as nothing changes', async () => {
    const { headers } = await lookup('ledger');
    const again = await lookup('ledger', {
      headers: { 'If-None-Match': headers.etag },
    });
    const other = await lookup('crane', {
      headers: { 'If-None-Match': headers.etag },
    });
    expect([again.status, other.status]).toEqual([304, 200]);
  });

  it('finds only what may be seen', async () => {
    sightline.allow(ownedBy('group:default/yard'));
    expect([await found('ledger'), await found('crane')]).toEqual([
      ...[[], ['crane']],
    ]);
    const { leftOut, parties } = (await lookup('payments')).body;
    expect([leftOut, parties]).toEqual([0, []]);
  });

  it('refuses who may see nothing, and what is no question', async () => {
    expect([
      (await sightline.get('/v1/lookup')).status,
      (await lookup('')).status,
      (await lookup('a'.repeat(2_001))).status,
      (await sightline.get('/v1/lookup?q=a&limit=51')).status,
      (await lookup('ledger', { as: 'nobody' })).status,
    ]).toEqual([400, 400, 400, 400, 401]);
    sightline.allow(denying('sightline.service.read'));
    expect((await lookup('ledger')).status).toBe(403);
  });
});

describe('the action lookup', () => {
  const run = async (q: string) => {
    const { output } = await sightline.actions.invoke({
      ...{ id: 'test:lookup', input: { q, limit: 1 } as never },
      credentials: sightline.asker(),
    });
    return (output as any).answer;
  };

  it('gives the answer the API gives', async () => {
    const { body } = await sightline.get('/v1/lookup?q=ledger&limit=1');
    const same = ({ snapshot: { at, ...snapshot }, ...answer }: any) => ({
      ...{ ...answer, snapshot },
    });
    expect(same(await run('ledger'))).toEqual(same(body));
  });

  it('refuses who may see nothing', async () => {
    sightline.allow(() => ({ result: AuthorizeResult.DENY }));
    await expect(run('ledger')).rejects.toThrow(NotAllowedError);
  });
});

describe('GET …/brief', () => {
  const brief = (name: string, how: Parameters<Sightline['get']>[1] = {}) =>
    sightline.get(`/v1/services/default/${name}/brief`, how);

  it('says what is known, and what is unknown with the reason', async () => {
    const { body, status, headers } = await brief('payments');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({
      service: {
        ref: ref('payments'),
        tier: 'T0',
        owner: { name: 'Payments' },
      },
      onCall: { state: 'known', value: { team: { name: 'Payments' } } },
      burning: { value: [{ state: 'unknown' }, { state: 'unknown' }] },
      changes: { state: 'known', value: [] },
      suspects: { state: 'unknown', reason: 'not-configured' },
      hit: { state: 'unknown', reason: 'not-configured' },
    });
  });

  it('is text for who wants text', async () => {
    const { text, type } = await brief('payments', {
      headers: { Accept: 'text/plain' },
    });
    expect(type).toBe('text/plain');
    expect(text).toMatch(
      /^Payments \(component:default\/payments\), T0, as of /,
    );
  });

  it('is not for who may not see the service, nor of what does not exist', async () => {
    expect((await brief('nothing')).status).toBe(404);
    sightline.allow(ownedBy('group:default/yard'));
    expect((await brief('payments')).status).toBe(403);
  });
});
