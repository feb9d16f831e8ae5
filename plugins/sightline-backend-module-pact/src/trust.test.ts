import {
  startFakeWorld,
  startUntrustedWorld,
  WorldMood,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import {
  createContext,
  everythingOf,
  startBroker,
} from './__testUtils__/brokers';
import { answerAsBroker } from './__testUtils__/fakeBroker/answerAsBroker';
import { shop } from './__testUtils__/fakeBroker/BrokerModel';

const secret = 'open-sesame-4711';
const auth = { username: 'reader', password: secret };
const basic = Buffer.from(`reader:${secret}`).toString('base64');
const { signal } = new AbortController();

const worlds: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(worlds.splice(0).map(world => world.stop()));
});

const kept = <W extends { stop(): Promise<void> }>(world: W): W => {
  worlds.push(world);
  return world;
};

describe('credentials', () => {
  it('go nowhere but to the configured address, wherever links lead', async () => {
    const elsewhere = kept(
      await startFakeWorld({ answer: answerAsBroker({ model: shop }) }),
    );
    const { world, source, broker } = await startBroker(
      { model: shop, believes: elsewhere.url, prefix: '/pact' },
      { auth },
    );
    kept(world);
    expect((await source.pull([], createContext())).outcome).toBe('ok');
    const asked = {
      ...{ pacticipant: 'team/orders', version: '11' },
      environment: 'production',
    };
    expect((await broker.canIDeploy(asked, { signal })).outcome).toBe('ok');
    const pact = {
      ...{ consumer: 'team/orders', provider: 'stock', consumerVersion: '11' },
    };
    expect((await broker.content(pact, { signal })).outcome).toBe('ok');
    expect(elsewhere.requests).toEqual([]);
    expect(
      world.requests.filter(
        ({ headers, url }) =>
          headers.authorization !== `Basic ${basic}` ||
          !url.startsWith('/pact/'),
      ),
    ).toEqual([]);
  });

  it('do not follow a redirect, of whichever question', async () => {
    const elsewhere = kept(await startFakeWorld({ answer: () => ({}) }));
    const world = kept(
      await startFakeWorld({ answer: answerAsBroker({ model: shop }) }),
    );
    const { source, broker } = everythingOf({ url: world.url, auth });
    await source.pull([], createContext());
    const away: WorldMood = {
      answers: { status: 307, headers: { location: `${elsewhere.url}/x` } },
    };
    for (let nth = 0; nth < 12; nth += 1) {
      world.feel(asked => (asked === nth ? away : 'well'));
      await source.pull([], createContext());
    }
    world.feel(away);
    const asked = { pacticipant: 'stock', version: '1', environment: 'x' };
    const words = expect.stringContaining('redirects are not followed');
    expect(await broker.canIDeploy(asked, { signal })).toMatchObject({
      ...{ outcome: 'failed', fault: { words } },
    });
    expect(elsewhere.requests).toEqual([]);
  });

  it('are given in the form that is configured', async () => {
    const sent = async (settings: object) => {
      const { world, source } = await startBroker({ model: shop }, settings);
      kept(world);
      await source.pull([], createContext());
      return world.requests.map(({ headers }) => headers);
    };
    const tokens = await sent({ auth: { token: secret } });
    expect(tokens[0]).toMatchObject({ authorization: `Bearer ${secret}` });
    const headers = await sent({ auth, headers: { 'X-Proxy': 'let me in' } });
    expect(headers.at(-1)).toMatchObject({
      ...{ authorization: `Basic ${basic}`, 'x-proxy': 'let me in' },
    });
  });
});

describe('a broker behind an authority of our own', () => {
  it('is trusted where its certificate is given, and only there', async () => {
    const { url, ca } = kept(await startUntrustedWorld());
    const ask = (settings: object) =>
      everythingOf({ url, ...settings }).source.pull([], createContext());
    expect(await ask({})).toMatchObject({ fault: { kind: 'certificate' } });
    // It answers `{}`: that it was understood or not, it was heard.
    expect(await ask({ tls: { ca } })).toMatchObject({
      fault: { kind: 'unexpected-answer' },
    });
  });
});
