import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readIcalConfig } from './readIcalConfig';

const read = (...calendars: JsonObject[]) =>
  readIcalConfig(
    new ConfigReader({ sightline: { oncall: { calendars } } } as never),
  );

const url = 'https://cal.example/open-sesame/basic.ics?token=open-sesame';

describe('readIcalConfig', () => {
  it('reads none where there are none', () => {
    expect(readIcalConfig(new ConfigReader({}))).toEqual([]);
    expect(read()).toEqual([]);
  });

  it('needs no more than an id, whose it is, and an address', () => {
    expect(read({ id: 'payments', for: 'Payments', url })).toEqual([
      {
        ...{ id: 'ical:payments', roster: 'payments' },
        for: ['group:default/payments'],
        levels: [{ level: 1, url }],
      },
    ]);
  });

  it('reads everything else, too', () => {
    expect(
      read({
        ...{ id: 'payments', title: 'Payments', timeZone: 'Europe/Berlin' },
        for: ['group:shops/a', 'component:payments', 'component:payments'],
        url: 'webcal://cal.example/1',
        levels: [
          { level: 3, url: `${url}&3` },
          { level: 2, url: `${url}&2`, overrides: { url: `${url}&o` } },
        ],
        overrides: { url: `${url}&1` },
        link: 'https://cal.example/page/',
      }),
    ).toEqual([
      {
        ...{ id: 'ical:payments', roster: 'payments', title: 'Payments' },
        for: ['group:shops/a', 'component:default/payments'],
        levels: [
          {
            ...{ level: 1, url: 'https://cal.example/1' },
            overrides: `${url}&1`,
          },
          { level: 2, url: `${url}&2`, overrides: `${url}&o` },
          { level: 3, url: `${url}&3` },
        ],
        ...{ timeZone: 'Europe/Berlin', link: 'https://cal.example/page' },
      },
    ]);
  });

  it.each<[JsonObject, string]>([
    [
      { url: 'http://cal.example/open-sesame' },
      'calendars[0].url: it must be an address that begins with https:// or webcal://',
    ],
    [{ url: 'file:///open-sesame' }, 'calendars[0].url: '],
    [
      { url: 'https://me:open-sesame@cal.example' },
      'it must not hold a user name or a password',
    ],
    [
      { overrides: { url: 'http://cal.example/open-sesame' } },
      'calendars[0].overrides.url: it must be',
    ],
    [{ overrides: url }, 'calendars[0].overrides: Invalid input'],
    [
      { levels: [{ level: 1, url }] },
      'levels[0].level: got 1; it must be a whole number from 2 to 9',
    ],
    [
      {
        levels: [
          { level: 2, url },
          { level: 2, url },
        ],
      },
      'two of them have the same level',
    ],
    [{ for: [] }, 'it must name at least one group or service'],
    [{ for: 'user:ana' }, 'it must name at least one group or service'],
    [{ timeZone: 'Berlin' }, 'it must be a time zone: Europe/Berlin'],
    [{ every: '5m' }, 'Unrecognized key: "every"'],
  ])('refuses %j without telling the address', (settings, problem) => {
    const reading = () => read({ id: 'a', for: 'a', url, ...settings });
    expect(reading).toThrow('sightline.oncall.calendars');
    expect(reading).toThrow(problem);
    expect(reading).not.toThrow('open-sesame');
  });

  it('refuses two of the same id', () => {
    const one = { id: 'a', for: 'a', url };
    expect(() => read(one, one)).toThrow('two of them have the same id');
    expect(() => read(one, one)).not.toThrow('open-sesame');
  });
});
