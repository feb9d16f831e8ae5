import { WorldAnswer } from '@sightline/backstage-plugin-sightline-node/testUtils';
import {
  createContext,
  id,
  now,
  onCallIn,
  service,
  sourcesOf,
  startWorld,
  stopWorlds,
} from './__testUtils__/accounts';
import { answerAsPagerDuty } from './__testUtils__/fakePagerDuty/answerAsPagerDuty';
import { shop } from './__testUtils__/fakePagerDuty/PagerDutyModel';

afterEach(stopWorlds);

const services = [service('payments', id('PSPAY'))];
const app = {
  ...{ clientId: 'c-4711', clientSecret: 'open-sesame', subDomain: 'harbour' },
  region: 'eu',
};

/** An account with an app, and the place that gives tokens out. */
const startApp = async (tokens: WorldAnswer[]) => {
  const given = [...tokens];
  const identity = await startWorld(() => given.shift()!);
  const world = await startWorld(
    answerAsPagerDuty({ model: shop, authorization: 'Bearer token-1' }),
  );
  let time = now;
  const [source] = sourcesOf(
    { apiBaseUrl: world.url, oauth: app },
    { identity: identity.url, time: () => time },
  );
  return {
    ...{ identity, world },
    pull: () => source.pull(services, createContext()),
    passes: (millis: number) => {
      time += millis;
    },
  };
};

const token = (access_token: string, expires_in = 3600): WorldAnswer => ({
  body: { access_token, expires_in, token_type: 'bearer' },
});

describe('a token', () => {
  it('goes to the configured address alone, whatever answers say', async () => {
    const elsewhere = await startWorld(() => ({}));
    const world = await startWorld(request => {
      const well = answerAsPagerDuty({ model: shop })(request);
      const body = well.body as Record<string, unknown>;
      return { body: { ...body, next: elsewhere.url, self: elsewhere.url } };
    });
    const [source] = sourcesOf({ apiBaseUrl: world.url, apiToken: 't' });
    await source.pull(services, createContext());
    expect(world.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array(3).fill('Token token=t'),
    );
    for (let nth = 0; nth < 3; nth += 1) {
      const headers = { location: `${elsewhere.url}/x` };
      world.feel(asked =>
        asked === nth ? { answers: { status: 307, headers } } : 'well',
      );
      expect(await source.pull(services, createContext())).toMatchObject({
        ...{ outcome: 'failed', fault: { kind: 'unexpected-answer' } },
      });
    }
    expect(elsewhere.requests).toEqual([]);
  });

  it('of an app is asked for once, with no more rights than to read', async () => {
    const { identity, world, pull } = await startApp([token('token-1')]);
    expect(onCallIn(await pull()).rosters).toHaveLength(1);
    expect((await pull()).outcome).toBe('ok');
    expect(identity.requests).toHaveLength(1);
    const [{ url, method, body }] = identity.requests;
    expect([
      url,
      method,
      Object.fromEntries(new URLSearchParams(body)),
    ]).toEqual([
      ...['/oauth/token', 'POST'],
      {
        grant_type: 'client_credentials',
        ...{ client_id: 'c-4711', client_secret: 'open-sesame' },
        scope:
          'as_account-eu.harbour escalation_policies.read oncalls.read schedules.read services.read users.read',
      },
    ]);
    expect(JSON.stringify(world.requests)).not.toContain('open-sesame');
  });

  it('of an app is asked for anew shortly before it ends', async () => {
    const { identity, pull, passes } = await startApp([
      token('token-1', 600),
      token('token-1', 600),
    ]);
    await pull();
    passes(539_000);
    await pull();
    expect(identity.requests).toHaveLength(1);
    passes(2_000);
    await pull();
    expect(identity.requests).toHaveLength(2);
  });

  it('of an app that is not accepted is not used again', async () => {
    const { identity, pull } = await startApp([
      token('token-0'),
      token('token-1'),
    ]);
    expect(await pull()).toMatchObject({ fault: { kind: 'not-authorised' } });
    expect((await pull()).outcome).toBe('ok');
    expect(identity.requests).toHaveLength(2);
  });

  it.each<[WorldAnswer, object]>([
    [{ status: 401 }, { outcome: 'failed', fault: { kind: 'not-authorised' } }],
    [{ status: 503 }, { outcome: 'retry', fault: { kind: 'server-error' } }],
    [
      { body: { access_token: '' } },
      { outcome: 'failed', fault: { kind: 'unexpected-answer' } },
    ],
  ])('that is answered with %j leaves nobody known', async (said, expected) => {
    const { pull, world } = await startApp([said]);
    const answer = await pull();
    expect(answer).toMatchObject(expected);
    expect(JSON.stringify(answer)).not.toContain('open-sesame');
    expect(world.requests).toEqual([]);
  });
});
