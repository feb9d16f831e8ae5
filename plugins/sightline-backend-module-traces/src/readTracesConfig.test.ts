import { ConfigReader } from '@backstage/config';
import { readTracesConfig } from './readTracesConfig';

const read = (traces: object) =>
  readTracesConfig(new ConfigReader({ sightline: { traces } } as never));

const least = { id: 'main', type: 'jaeger', url: 'https://jaeger.example' };
const readBackend = (more: object) =>
  read({ backends: [{ ...least, ...more }] });

describe('readTracesConfig', () => {
  it('has no back-ends where none is configured', () => {
    expect(readTracesConfig(new ConfigReader({}))).toEqual([]);
    expect(read({ link: 'https://jaeger.example/trace/{traceId}' })).toEqual(
      [],
    );
  });

  it('needs an id, a type and an address', () => {
    expect(readBackend({})).toEqual([
      {
        ...least,
        headers: {},
        window: 120_000,
        settle: 30_000,
        leaveOut: ['jaeger', 'jaeger-query', 'jaeger-all-in-one'],
        atMost: {
          ...{ services: 25, tracesOfAService: 10, traces: 200 },
          bytes: 4 * 2 ** 20,
        },
      },
    ]);
  });

  it('reads what is configured', () => {
    const atMost = { services: '3', tracesOfAService: 4, traces: 5 };
    expect(
      readBackend({
        type: 'tempo',
        url: 'http://10.0.0.1:3200/tempo//',
        headers: { 'X-Scope-OrgID': 'shop' },
        tls: { ca: '-----BEGIN CERTIFICATE-----' },
        link: 'https://grafana.example/{traceId}',
        window: { minutes: 5 },
        settle: 'PT1M',
        leaveOut: [],
        atMost: { ...atMost, mebibytes: 2 },
      }),
    ).toEqual([
      {
        id: 'main',
        type: 'tempo',
        url: 'http://10.0.0.1:3200/tempo',
        headers: { 'X-Scope-OrgID': 'shop' },
        tls: { ca: '-----BEGIN CERTIFICATE-----' },
        window: 300_000,
        settle: 60_000,
        leaveOut: [],
        atMost: {
          ...{ services: 3, tracesOfAService: 4, traces: 5 },
          bytes: 2 * 2 ** 20,
        },
      },
    ]);
  });

  it.each<[object, string]>([
    [{ id: 'Main!' }, 'backends[0].id: got "Main!"; it must be small letters'],
    [
      { type: 'zipkin' },
      'backends[0].type: got "zipkin"; it must be jaeger or',
    ],
    [
      { url: 'jaeger:16686' },
      'backends[0].url: it must be an address that begins with http',
    ],
    [
      { url: 'https://me:open-sesame@jaeger.example' },
      'backends[0].url: it must not hold credentials: put them under headers',
    ],
    [{ url: 'https://x.example/?a=b' }, 'url: it must end with its path'],
    [
      { headers: { 'x y': 'open-sesame' } },
      "backends[0].headers: 'x y' or its value cannot be sent as a header",
    ],
    [
      { headers: { authorization: 'open-sesame\nx' } },
      "'authorization' or its value cannot be sent as a header",
    ],
    [{ tls: { ca: 'open-sesame.pem' } }, 'backends[0].tls.ca: it must be a'],
    [{ link: 'https://x.example' }, 'backends[0].link'],
    [
      { window: 'often' },
      'window: got "often"; it must be 10 seconds to 30 minutes',
    ],
    [{ window: '3h' }, 'window: got "3h"'],
    [{ settle: 7 }, 'settle: got 7; it must be at most 20 minutes'],
    [{ atMost: { traces: 0 } }, 'atMost.traces: got 0; it must be above 0'],
    [
      { atMost: { services: 1.5 } },
      'atMost.services: got 1.5; it must be a whole',
    ],
    [
      { atMost: { traces: 'all' } },
      'atMost.traces: got "all"; it must be a number',
    ],
    [{ atMost: { mebibytes: 64 } }, 'mebibytes: got 64; it must be at most 32'],
    [{ every: '1m' }, 'backends[0]: Unrecognized key: "every"'],
  ])('says what is wrong with %j', (more, words) => {
    const reading = () => readBackend(more);
    expect(reading).toThrow(words);
    expect(reading).not.toThrow('open-sesame');
  });

  it('names all mistakes at once, and two of the same name', () => {
    expect(() =>
      read({ backends: [{ ...least, type: 'x' }, { id: 'b' }], links: 1 }),
    ).toThrow(
      /backends\[0\]\.type[^]*backends\[1\]\.type[^]*backends\[1\]\.url[^]*links/,
    );
    expect(() => read({ backends: [least, least] })).toThrow(
      'sightline.traces.backends: two of them have the same id',
    );
  });
});
