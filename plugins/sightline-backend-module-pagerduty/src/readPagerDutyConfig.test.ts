import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readPagerDutyConfig } from './readPagerDutyConfig';

const read = (pagerDuty?: JsonObject, pagerduty?: JsonObject) =>
  readPagerDutyConfig(
    new ConfigReader({
      ...(pagerDuty && { pagerDuty }),
      ...(pagerduty && { sightline: { pagerduty } }),
    }),
  );

const oauth = { clientId: 'c', clientSecret: 's', subDomain: 'harbour' };

describe('readPagerDutyConfig', () => {
  it.each<[string, JsonObject | undefined]>([
    ['nothing', undefined],
    ['addresses alone', { eventsBaseUrl: 'https://events.pagerduty.com/v2' }],
  ])('finds no account in %s', (_, pagerDuty) => {
    expect(read(pagerDuty)).toEqual([]);
  });

  it('needs no more than a token, and takes no offence at what it does not know', () => {
    expect(read({ apiToken: 't', customFieldsSyncLogs: {} })).toEqual([
      {
        ...{ id: 'pagerduty', title: 'PagerDuty', isDefault: true, teams: [] },
        server: { url: 'https://api.pagerduty.com', token: 't' },
      },
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ oauth }, 'https://api.pagerduty.com'],
    [{ oauth: { ...oauth, region: 'eu' } }, 'https://api.eu.pagerduty.com'],
    [
      { apiToken: 't', apiBaseUrl: 'https://api.eu.pagerduty.com/' },
      'https://api.eu.pagerduty.com',
    ],
  ])('reads where %j asks', (pagerDuty, url) => {
    expect(read(pagerDuty)[0].server.url).toBe(url);
  });

  it('reads an app, which a token comes before', () => {
    const app = { ...oauth, region: 'us' };
    const url = 'https://api.pagerduty.com';
    expect(read({ oauth })[0].server).toEqual({ url, app });
    expect(read({ oauth, apiToken: 't' })[0].server).toEqual({
      ...{ url, token: 't' },
    });
  });

  it('makes each of several accounts a source, and gives it its teams', () => {
    const accounts = [
      { id: 'Harbour Main', isDefault: true, apiToken: 'a' },
      { id: 'eu', oauth: { ...oauth, region: 'eu' } },
    ];
    const teams = [
      { team: 'Payments', escalationPolicy: 'PA' },
      { team: 'group:shops/search', escalationPolicy: 'PB', account: 'eu' },
    ];
    expect(read({ accounts }, { teams })).toEqual([
      {
        id: 'pagerduty:harbour-main',
        ...{ title: 'PagerDuty Harbour Main', name: 'Harbour Main' },
        isDefault: true,
        teams: [{ team: 'group:default/payments', policy: 'PA' }],
        server: { url: 'https://api.pagerduty.com', token: 'a' },
      },
      {
        ...{ id: 'pagerduty:eu', title: 'PagerDuty eu', name: 'eu' },
        isDefault: false,
        teams: [{ team: 'group:shops/search', policy: 'PB' }],
        server: {
          url: 'https://api.eu.pagerduty.com',
          app: { ...oauth, region: 'eu' },
        },
      },
    ]);
  });

  it('takes the only account for the default', () => {
    expect(read({ accounts: [{ id: 'a', apiToken: 't' }] })).toMatchObject([
      { id: 'pagerduty:a', isDefault: true },
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ apiToken: 'open-sesame\nx' }, 'pagerDuty.apiToken: it is empty, or'],
    [{ apiToken: 't', apiBaseUrl: 'api' }, 'pagerDuty.apiBaseUrl: '],
    [
      { oauth: { ...oauth, clientSecret: ['open-sesame'] } },
      'pagerDuty.oauth.clientSecret: ',
    ],
    [
      { oauth: { ...oauth, subDomain: 'a.pagerduty.com' } },
      'pagerDuty.oauth.subDomain: it must be the part before the dot',
    ],
    [{ accounts: [{ id: 'a' }] }, 'it needs an apiToken, or oauth'],
    [
      {
        accounts: [
          { id: 'A b', apiToken: 'open-sesame' },
          { id: 'a-b', apiToken: 'open-sesame' },
        ],
      },
      'two of them are the source pagerduty:a-b',
    ],
  ])('refuses %j without telling what is secret', (pagerDuty, problem) => {
    expect(() => read(pagerDuty)).toThrow(problem);
    expect(() => read(pagerDuty)).not.toThrow('open-sesame');
  });

  it.each<[JsonObject, string]>([
    [{ team: 'user:a', escalationPolicy: 'P' }, 'it must name a group'],
    [{ team: 'a', escalationPolicy: 'https://x' }, 'it must be the id of an'],
  ])('refuses the team %j', (team, problem) => {
    expect(() => read({ apiToken: 't' }, { teams: [team] })).toThrow(problem);
  });
});
