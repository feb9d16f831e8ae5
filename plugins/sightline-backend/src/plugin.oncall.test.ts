import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ok, PullSource } from '@sightline/backstage-plugin-sightline-node';
import { harbour, ref } from './__testUtils__/harbour';
import {
  denying,
  Policy,
  startSightline,
} from './__testUtils__/startSightline';
import {
  day,
  hour,
  iso,
  member,
  rosterOf,
  rotationOf,
  shift,
  team,
  user,
} from './features/oncall/__testUtils__/onCallWorld';
import { tempFolder } from './features/slo/objectives/__testUtils__/bookWorld';
import { eventually } from './intake/__testUtils__/startTestIntake';
import { useTestDatabases } from './platform/__testUtils__/testDatabases';

jest.setTimeout(60_000);

const { open } = useTestDatabases();

/** The harbour, where Payments take turns by a file and the Yard by PagerDuty. */
const start = async () => {
  const folder = await tempFolder();
  await folder.write('payments.yaml', rotationOf('payments', ['ana']));
  const now = Date.now();
  const roster = rosterOf('yard', [shift('dan', [now - hour, now + day])], {
    covers: { from: now - hour, to: now + 14 * day },
  });
  const source: PullSource = {
    ...{ kind: 'pull', id: 'pagerduty:port', title: 'PagerDuty' },
    wantsServices: false,
    pull: async () => ok({ oncall: { rosters: [roster], unread: [] } }),
  };
  const people = [
    ...['ana', 'ben'].map(name => member(name, 'payments')),
    member('dan', 'yard'),
  ];
  const sightline = await startSightline({
    ...{ database: await open('SQLITE_3'), sources: [source] },
    entities: [...harbour(), ...people],
    config: { oncall: { rotations: { folders: [folder.root] } } },
  });
  await sightline.sweep();
  await sightline.turn(source.id);
  const { get } = sightline;
  await eventually(async () => {
    const { body } = await get('/v1/on-call');
    return body.items?.length === 2;
  });
  return sightline;
};

const overrides = '/v1/teams/default/payments/on-call/overrides';

const onlyOwnedBy =
  (owner: string): Policy =>
  ({ name }) =>
    name === 'sightline.service.read'
      ? {
          result: AuthorizeResult.CONDITIONAL,
          ...{ pluginId: 'sightline', resourceType: 'sightline-service' },
          conditions: {
            ...{ rule: 'IS_OWNED_BY', resourceType: 'sightline-service' },
            params: { owners: [owner] },
          },
        }
      : { result: AuthorizeResult.ALLOW };

describe('on call of sightlinePlugin', () => {
  it('is answered for services, teams and all of them', async () => {
    const { get } = await start();
    const { body } = await get('/v1/services/default/ledger/on-call');
    expect(body).toMatchObject({
      ...{ service: ref('ledger'), state: 'covered' },
      team: { ref: team('payments'), name: 'Payments' },
      levels: [{ level: 1, responders: [{ ref: user('ana') }] }],
      origin: { kind: 'rotation' },
    });
    const yard = await get('/v1/teams/default/yard/on-call');
    expect(yard.body).toMatchObject({
      ...{ state: 'covered', origin: { kind: 'pagerduty' } },
      evidence: { source: 'pagerduty:port' },
    });
    const risk = await get('/v1/teams/default/risk/on-call');
    expect(risk.body).toMatchObject({
      headline: 'Nobody is on call: Risk has no rotation',
    });
    const orphan = await get('/v1/services/default/orphan/on-call');
    expect(orphan.body).toMatchObject({
      ...{ state: 'unknown', unknown: { reason: 'no-data' } },
      headline:
        'Nobody can tell who is on call: orphan has no owner in the catalog',
    });
    const all = await get('/v1/on-call');
    expect(all.body.items.map((one: any) => one.team.ref)).toEqual([
      ...[team('payments'), team('yard')],
    ]);
  });

  it('is answered for any moment, and what is no question is refused', async () => {
    const { get } = await start();
    const at = iso(Date.now() - 10 * 365 * day);
    const before = await get(`/v1/teams/default/payments/on-call?at=${at}`);
    expect(before.body).toMatchObject({ at, state: 'gap' });
    const history = await get('/v1/teams/default/payments/on-call/history');
    expect(history.body.shifts.length).toBeGreaterThan(0);
    const status = async (url: string) => (await get(url)).status;
    const base = '/v1/teams/default';
    expect([
      await status(`${base}/payments/on-call?at=today`),
      await status(
        `${base}/payments/on-call/history?from=${iso(9)}&to=${iso(1)}`,
      ),
      await status(`${base}/nobody/on-call`),
      await status(`${base}/nobody/on-call/history`),
      await status('/v1/services/default/nothing/on-call'),
    ]).toEqual([400, 400, 404, 404, 404]);
  });

  it('can be overridden by who may, and taken back; both are audited', async () => {
    const { get, send, allow, audited } = await start();
    const to = iso(Date.now() + hour);
    const body = { user: 'ben', to, reason: 'Ana sleeps' };
    const made = await send('post', overrides, { body });
    expect([made.status, made.body]).toMatchObject([
      200,
      { user: user('ben'), level: 1, madeBy: 'user:default/ann' },
    ]);
    const who = async () => {
      const now = await get('/v1/services/default/ledger/on-call');
      return now.body.levels[0].responders[0].ref;
    };
    expect(await who()).toBe(user('ben'));
    const gone = await send('delete', `${overrides}/${made.body.id}`);
    expect([gone.status, await who()]).toEqual([204, user('ana')]);
    const bad = await send('post', overrides, { body: { ...body, user: 'x' } });
    const yard = await send(
      'post',
      '/v1/teams/default/yard/on-call/overrides',
      {
        body,
      },
    );
    expect([bad.status, yard.status]).toEqual([400, 409]);
    allow(denying('sightline.oncall.override'));
    const denied = await send('post', overrides, { body });
    const kept = await send('delete', `${overrides}/${made.body.id}`);
    expect([denied.status, kept.status]).toEqual([403, 403]);
    expect(
      audited
        .filter(({ eventId }) => eventId.startsWith('oncall'))
        .map(({ eventId, outcome }) => `${eventId} ${outcome}`),
    ).toEqual([
      'oncall-override-make success',
      'oncall-override-take-back success',
      'oncall-override-make failed: InputError',
      'oncall-override-make failed: ConflictError',
      'oncall-override-make failed: NotAllowedError',
      'oncall-override-take-back failed: NotAllowedError',
    ]);
  });

  it('shows only what the asker may see', async () => {
    const { get, send, allow } = await start();
    allow(onlyOwnedBy(team('yard')));
    const status = async (url: string) => (await get(url)).status;
    expect([
      await status('/v1/services/default/crane/on-call'),
      await status('/v1/services/default/ledger/on-call'),
      await status('/v1/teams/default/payments/on-call'),
      await status('/v1/teams/default/payments/on-call/history'),
    ]).toEqual([200, 403, 403, 403]);
    const body = { user: 'ben', to: iso(Date.now() + hour) };
    expect((await send('post', overrides, { body })).status).toBe(403);
    const { items } = (await get('/v1/on-call')).body;
    expect(items).toHaveLength(1);
    const nobody = await get('/v1/on-call', { as: 'nobody' });
    expect(nobody.status).toBe(401);
  });

  it('is a column of the Fleet and a part of dossiers', async () => {
    const { get } = await start();
    const rows = async (query: string) =>
      (await get(`/v1/services?${query}`)).body.items;
    await eventually(async () => (await rows('onCall=covered')).length === 3);
    expect(await rows('onCall=covered&q=ledger')).toMatchObject([
      {
        name: 'ledger',
        onCall: {
          ...{ state: 'covered', origin: 'rotation' },
          who: [{ ref: user('ana'), name: 'Ana' }],
        },
      },
    ]);
    const [first] = await rows('sort=onCall&fields=name');
    expect(first.name).toBe('fraud');
    const { body: facets } = await get('/v1/services/facets');
    expect(facets.onCall).toContainEqual({ value: 'covered', count: 3 });
    const { text } = await get('/v1/services.csv?q=ledger');
    expect(text).toContain('covered,Ana');
    await eventually(async () => {
      const { body } = await get('/v1/services/default/ledger/dossier');
      return body.parts?.onCall?.value?.state === 'covered';
    });
  });

  it('can be asked by an action', async () => {
    const { actions, allow, asker } = await start();
    const ask = async (input: object) =>
      (
        await actions.invoke({
          ...{ id: 'test:who-is-on-call', input: input as any },
          credentials: asker(),
        })
      ).output as any;
    expect((await ask({ service: 'ledger' })).answer).toMatchObject({
      headline: expect.stringContaining('Ana is on call'),
    });
    expect((await ask({ team: 'yard' })).answer.state).toBe('covered');
    await expect(ask({})).rejects.toThrow('Say either service or team');
    await expect(ask({ team: 'yard', at: 'x' })).rejects.toThrow('ISO 8601');
    await expect(ask({ team: 'user:default/x' })).rejects.toThrow('no group');
    allow(denying('sightline.service.read'));
    await expect(ask({ team: 'yard' })).rejects.toThrow(NotAllowedError);
  });
});
