import { createAuthority } from '../__testUtils__/certificates';
import { FakeApiServer } from '../__testUtils__/FakeApiServer';
import { deployment } from '../__testUtils__/objects';
import { eventually, watchCluster } from '../__testUtils__/watching';

jest.setTimeout(60_000);

const ours = createAuthority('ours');
const another = createAuthority('another');

describe('a cluster that is spoken with by TLS', () => {
  const ends: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  const start = async (
    tls: Parameters<typeof FakeApiServer.start>[0] = ours.issue('api'),
  ) => {
    const server = await FakeApiServer.start(tls);
    ends.push(() => server.stop());
    server.put('deployments', deployment('payments'));
    return server;
  };
  const watch = (...given: Parameters<typeof watchCluster>) => {
    const watching = watchCluster(...given);
    ends.push(watching.stop);
    return watching;
  };

  it('is believed when the authority that is configured vouches for it', async () => {
    const { known } = watch(await start(), { tls: { ca: ours.ca } });
    await eventually(() => known.size > 0);
    expect([...known.keys()]).toEqual(['Deployment/shop/payments']);
  });

  it.each([
    ['no authority is configured', {}],
    ['another authority is', { ca: another.ca }],
  ])('is told nothing when %s', async (_, tls) => {
    const server = await start();
    const { ending, reports } = watch(server, { tls });
    expect(await ending).toMatchObject({
      ...{ outcome: 'failed', fault: { kind: 'certificate' } },
    });
    expect([server.asked, reports]).toEqual([[], []]);
  });

  it('is believed without any authority only where that is said', async () => {
    const { known } = watch(await start(), { tls: { skipTlsVerify: true } });
    await eventually(() => known.size > 0);
    expect([...known.keys()]).toEqual(['Deployment/shop/payments']);
  });

  it('is shown a certificate of ours where it wants one', async () => {
    const wantsOne = {
      ...{ ...ours.issue('api'), ca: another.ca },
      ...{ requestCert: true, rejectUnauthorized: true },
    };
    const server = await start(wantsOne);
    const refused = watch(server, { tls: { ca: ours.ca } });
    expect(await refused.ending).toMatchObject({ outcome: 'retry' });
    expect(server.asked).toEqual([]);
    const { known } = watch(server, {
      tls: { ca: ours.ca, ...another.issue('sightline') },
    });
    await eventually(() => known.size === 1);
  });
});
