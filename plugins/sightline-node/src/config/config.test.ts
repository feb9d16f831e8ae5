import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import {
  address,
  authorization,
  certificates,
  credentials,
  distinct,
  duration,
  header,
  headers,
  readSection,
  sourceName,
} from '.';

const minute = 60_000;

const server = z.strictObject({
  id: sourceName,
  url: address({
    credentials: 'headers',
    problem: ({ port }) => (port === '1' ? 'nobody listens there' : undefined),
  }).default('https://here.example'),
  headers,
  tenant: header.optional(),
  auth: credentials.optional(),
  tls: certificates.optional(),
  every: duration({
    least: minute,
    most: 60 * minute,
    words: "1 minute to 1 hour, such as '5m'",
  }).prefault('5m'),
});

const shape = z.strictObject({ servers: distinct(server) });

const read = (...servers: JsonObject[]) =>
  readSection(
    new ConfigReader({ sightline: { test: { servers } } }),
    'sightline.test',
    shape,
  ).servers;

describe('a section of app-config', () => {
  it('may be left out', () => {
    expect(readSection(new ConfigReader({}), 'sightline.test', shape)).toEqual({
      servers: [],
    });
  });

  it('is read with what is usual where nothing is said', () => {
    expect(
      read(
        { id: 'a' },
        {
          ...{ id: 'b-2', url: 'http://there:9090/path//', tenant: 'shop' },
          ...{ headers: { 'X-A': 'b' }, every: { minutes: 7 } },
          tls: { ca: '-----BEGIN CERTIFICATE-----' },
        },
      ),
    ).toEqual([
      {
        ...{ id: 'a', url: 'https://here.example', headers: {} },
        every: 5 * minute,
      },
      {
        ...{ id: 'b-2', url: 'http://there:9090/path', tenant: 'shop' },
        ...{ headers: { 'X-A': 'b' }, every: 7 * minute },
        tls: { ca: '-----BEGIN CERTIFICATE-----' },
      },
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ id: 'A b' }, '.id: got "A b"; it must be small letters, digits'],
    [{ url: 'here' }, '.url: it must be an address that begins with http'],
    [{ url: 'http://me:pw@here' }, '.url: it must not hold credentials: put'],
    [{ url: 'http://here:1' }, '.url: nobody listens there'],
    [{ url: 'http://here/?a=b' }, '.url: it must end with its path'],
    [{ headers: { 'a b': 'x' } }, ".headers: 'a b' or its value cannot be"],
    [{ tenant: '' }, '.tenant: it is empty, or cannot be sent'],
    [{ auth: { username: 'me' } }, '.auth: it must be a token, or a username'],
    [{ tls: { ca: '/etc/ca.pem' } }, '.tls.ca: it must be a text in PEM'],
    [{ every: '2h' }, `.every: got "2h"; it must be 1 minute to 1 hour, such`],
    [{ every: 7 }, '.every: got 7; it must be 1 minute to 1 hour'],
    [{ evry: 1 }, ': got {"id":"main","evry":1}; Unrecognized key: "evry"'],
    [{ evry: 1, headers: {} }, 'servers[0]: Unrecognized key: "evry"'],
  ])('says what is wrong with %j', (wrong, words) => {
    expect(() => read({ id: 'main', ...wrong })).toThrow(words);
  });

  it.each([
    [{ token: 'abc' }, 'Bearer abc'],
    [{ username: 'me', password: 'söcret' }, 'Basic bWU6c8O2Y3JldA=='],
  ])('says who we are by %j', (auth, said) => {
    expect(authorization(read({ id: 'a', auth })[0].auth!)).toBe(said);
  });

  it('names all mistakes at once', () => {
    expect(() => read({ id: 'A' }, { every: 1 })).toThrow(
      /^app-config is wrong:\n- sightline\.test\.servers\[0\]\.id: .*\n- sightline\.test\.servers\[1\]\.id: .*\n- sightline\.test\.servers\[1\]\.every: got 1; .*$/,
    );
    expect(() => read({ id: 'a' }, { id: 'a' })).toThrow(
      'sightline.test.servers: got [{"id":"a"},{"id":"a"}]; two of them have the same id',
    );
  });

  it('never says what opens doors, wherever it stands', () => {
    const secret = 'open\nsesame';
    for (const wrong of [
      { tenant: secret },
      { headers: { authorization: secret } },
      { url: `ftp://me:${secret}@here` },
      { tls: { key: secret } },
      { headers: { authorization: secret }, unknown: 1 },
      { every: { headers: { authorization: secret } } },
      { every: { apiToken: secret } },
      { every: { oauth: { clientSecret: secret } } },
    ]) {
      expect(() => read({ id: 'main', ...wrong })).toThrow(
        expect.objectContaining({
          message: expect.not.stringContaining('sesame'),
        }),
      );
    }
  });
});
