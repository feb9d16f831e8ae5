import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readPactConfig } from './readPactConfig';

const read = (...brokers: JsonObject[]) =>
  readPactConfig(new ConfigReader({ sightline: { pact: { brokers } } }));

const url = 'https://broker.example';

describe('readPactConfig', () => {
  it('reads no brokers where there are none', () => {
    expect(readPactConfig(new ConfigReader({}))).toEqual([]);
  });

  it('needs no more than an id and an address', () => {
    expect(read({ id: 'main', url: `${url}/pact/` })).toEqual([
      {
        ...{ id: 'pact:main', title: 'Pact Broker main', choice: {} },
        server: { url: `${url}/pact`, headers: {} },
      },
    ]);
  });

  it('reads everything else, too', () => {
    const ca = '-----BEGIN CERTIFICATE-----';
    expect(
      read(
        {
          ...{ id: 'main', url, tls: { ca } },
          auth: { username: 'me', password: 'söcret' },
          headers: { 'X-Extra': 'yes' },
          ...{ environments: ['production'], branches: ['main'] },
          webhook: { secret: 'open-sesame-4711' },
        },
        { id: 'flow', url, auth: { token: 'abc' } },
        {
          ...{ id: 'proxied', url, auth: { token: 'abc' } },
          headers: { Authorization: 'Basic eDp5' },
        },
      ),
    ).toEqual([
      {
        ...{ id: 'pact:main', title: 'Pact Broker main' },
        server: {
          ...{ url, tls: { ca } },
          headers: {
            authorization: 'Basic bWU6c8O2Y3JldA==',
            'x-extra': 'yes',
          },
        },
        choice: { environments: ['production'], branches: ['main'] },
        webhookSecret: 'open-sesame-4711',
      },
      {
        ...{ id: 'pact:flow', title: 'Pact Broker flow', choice: {} },
        server: { url, headers: { authorization: 'Bearer abc' } },
      },
      {
        ...{ id: 'pact:proxied', title: 'Pact Broker proxied', choice: {} },
        server: { url, headers: { authorization: 'Basic eDp5' } },
      },
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ url: 'broker.example' }, 'brokers[0].url: it must be an address'],
    [
      { url: 'https://me:open-sesame@broker.example' },
      'it must not hold credentials: put them under auth',
    ],
    [{ id: 'My Broker' }, 'brokers[0].id: got "My Broker"; it must be small'],
    [
      { auth: { username: 'open-sesame' } },
      'it must be a token, or a username',
    ],
    [
      { headers: { authorization: 'open-sesame\nx' } },
      "'authorization' or its value cannot be sent as a header",
    ],
    [{ tls: { ca: 'open-sesame' } }, 'brokers[0].tls.ca: it must be a text'],
    [{ environments: [] }, 'it must name at least one'],
    [
      { branches: [''] },
      'brokers[0].branches[0]: got ""; it must not be empty',
    ],
    [
      { webhook: { secret: 'open-sesame' } },
      'brokers[0].webhook.secret: it needs 16 characters or more',
    ],
    [{ token: 'open-sesame' }, 'brokers[0]: Unrecognized key: "token"'],
  ])('refuses %j without telling what is secret', (settings, problem) => {
    const reading = () => read({ id: 'main', url, ...settings });
    expect(reading).toThrow(`sightline.pact.`);
    expect(reading).toThrow(problem);
    expect(reading).not.toThrow('open-sesame');
  });

  it('refuses two of the same id', () => {
    expect(() => read({ id: 'a', url }, { id: 'a', url })).toThrow(
      'two of them have the same id',
    );
  });
});
