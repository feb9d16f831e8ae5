import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readPrometheusConfig } from './readPrometheusConfig';

const read = (...servers: JsonObject[]) =>
  readPrometheusConfig(
    new ConfigReader({ sightline: { prometheus: { servers } } }),
  );

const url = 'http://prometheus.example:9090';

describe('readPrometheusConfig', () => {
  it('reads no servers where there are none', () => {
    expect(readPrometheusConfig(new ConfigReader({}))).toEqual([]);
  });

  it('needs no more than an id and an address', () => {
    expect(read({ id: 'main', url: `${url}/prometheus/` })).toEqual([
      {
        id: 'main',
        server: { url: `${url}/prometheus`, headers: {} },
        calls: {
          settle: 30_000,
          catchUp: 900_000,
          gap: 600_000,
          environment: '',
          matchers: [],
        },
        slo: { atOnce: 4, discover: true },
      },
    ]);
  });

  it('reads everything else, too', () => {
    const ca = '-----BEGIN CERTIFICATE-----';
    expect(
      read(
        {
          ...{ id: 'mimir', url, tenant: 'shop|money' },
          auth: { username: 'me', password: 'söcret' },
          headers: { 'X-Extra': 'yes' },
          tls: { ca },
          calls: {
            ...{ settle: '1m', catchUp: { minutes: 30 }, gap: 'PT5M' },
            ...{ environment: 'production', where: { cluster: 'eu' } },
          },
          slo: { atOnce: 12, discover: false },
        },
        {
          ...{ id: 'thanos', url, tenant: 'shop' },
          ...{ tenantHeader: 'THANOS-TENANT', auth: { token: 'abc' } },
          calls: { enabled: false },
          slo: { enabled: false },
        },
      ),
    ).toEqual([
      {
        id: 'mimir',
        server: {
          url,
          headers: {
            'x-scope-orgid': 'shop|money',
            authorization: 'Basic bWU6c8O2Y3JldA==',
            'x-extra': 'yes',
          },
          tls: { ca },
        },
        calls: {
          ...{ settle: 60_000, catchUp: 1_800_000, gap: 300_000 },
          environment: 'production',
          matchers: [['cluster', '=', 'eu']],
        },
        slo: { atOnce: 12, discover: false },
      },
      {
        id: 'thanos',
        server: {
          url,
          headers: { 'thanos-tenant': 'shop', authorization: 'Bearer abc' },
        },
      },
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ id: 'A b' }, `servers[0].id: got "A b"; it must be small letters`],
    [{ url: 'prometheus:9090' }, 'servers[0].url: it must be an address'],
    [
      { url: 'http://me:pw@prometheus' },
      'servers[0].url: it must not hold credentials: put them under auth',
    ],
    [
      { url: 'http://prometheus/api/v1' },
      'servers[0].url: it must end before /api/v1',
    ],
    [{ auth: { token: 'two\nlines' } }, 'servers[0].auth'],
    [{ auth: { username: 'me' } }, 'servers[0].auth: it must be a token, or'],
    [{ headers: { 'a b': 'x' } }, `servers[0].headers: 'a b'`],
    [{ tls: { ca: '/etc/ca.pem' } }, 'servers[0].tls.ca: it must be a text in'],
    [
      { calls: { settle: 'soon' } },
      `servers[0].calls.settle: got "soon"; it must be at most 10 minutes`,
    ],
    [
      { calls: { catchUp: '2h' } },
      `servers[0].calls.catchUp: got "2h"; it must be 1 minute to 1 hour`,
    ],
    [{ calls: { where: { 'a-b': 'c' } } }, 'servers[0].calls.where'],
    [{ slo: { atOnce: 0 } }, 'servers[0].slo.atOnce: got 0;'],
    [{ slo: { each: 1 } }, 'servers[0].slo: '],
    [{ call: {} }, 'servers[0]: Unrecognized key: "call"'],
  ])('says what is wrong with %j', (wrong, words) => {
    expect(() => read({ id: 'main', url, ...wrong })).toThrow(
      `sightline.prometheus.${words}`,
    );
  });

  it('says what is wrong without what opens doors', () => {
    const secret = 'open\nsesame';
    for (const wrong of [
      { auth: { token: secret } },
      { tenant: secret },
      { headers: { authorization: secret } },
      { url: `ftp://me:${secret}@prometheus` },
    ]) {
      expect(() => read({ id: 'main', url, ...wrong })).toThrow(
        expect.objectContaining({
          message: expect.not.stringContaining('sesame'),
        }),
      );
    }
  });

  it('lets no two servers have one id', () => {
    expect(() => read({ id: 'main', url }, { id: 'main', url })).toThrow(
      'sightline.prometheus.servers: two of them have the same id',
    );
  });
});
