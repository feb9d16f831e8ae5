import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { resolve } from 'node:path';
import { readSloConfig } from './readSloConfig';

const DAY = 24 * 3_600_000;

const read = (slo?: JsonObject) =>
  readSloConfig(new ConfigReader(slo ? { sightline: { slo } } : {}));

const window = { kind: 'rolling', duration: 30 * DAY };

describe('readSloConfig', () => {
  it('has an answer to everything where nothing is said', () => {
    expect(read()).toEqual({
      tiers: {
        T0: {
          availability: { target: 0.999 },
          latency: { target: 0.99, threshold: 500 },
          window,
        },
        T1: {
          availability: { target: 0.995 },
          latency: { target: 0.95, threshold: 1000 },
          window,
        },
        T2: {
          availability: { target: 0.99 },
          latency: { target: 0.95, threshold: 1000 },
          window,
        },
        T3: {
          availability: { target: 0.95 },
          latency: { target: 0.9, threshold: 2500 },
          window,
        },
        none: {
          availability: { target: 0.99 },
          latency: { target: 0.95, threshold: 1000 },
          window,
        },
      },
      templates: [],
      calls: { enabled: true },
      openslo: { folders: [], every: 60_000, remoteEvery: 300_000 },
      minimumBadEvents: 1,
      notifications: { enabled: false },
      atMost: { documents: 2000, objectivesPerService: 20 },
    });
  });

  it('reads what is said, and the rest of a tier as usual', () => {
    const config = read({
      tiers: {
        T0: { availability: 0.9995, window: '28d' },
        T3: { latency: false, window: { calendar: 'month', timeZone: 'UTC' } },
        none: { availability: false, latency: false },
      },
      calls: { enabled: false },
      openslo: { folders: ['./slo'], every: '10s', remoteEvery: { hours: 1 } },
      alerts: [
        { severity: 'page', long: '1h', short: '5m', budgetShare: 0.02 },
      ],
      minimumBadEvents: 0,
      notifications: { enabled: true },
      atMost: { documents: 10, objectivesPerService: 2 },
    });
    expect(config).toEqual({
      tiers: {
        ...read().tiers,
        T0: {
          availability: { target: 0.9995 },
          latency: { target: 0.99, threshold: 500 },
          window: { kind: 'rolling', duration: 28 * DAY },
        },
        T3: {
          availability: { target: 0.95 },
          window: {
            ...{ kind: 'calendar', unit: 'month', every: 1 },
            ...{ start: '2001-01-01 00:00:00', timeZone: 'UTC' },
          },
        },
        none: { window },
      },
      templates: [],
      calls: { enabled: false },
      openslo: {
        folders: [resolve('slo')],
        every: 10_000,
        remoteEvery: 3_600_000,
      },
      alerts: [
        {
          ...{ severity: 'page', long: 3_600_000, short: 300_000 },
          budgetShare: 0.02,
        },
      ],
      minimumBadEvents: 0,
      notifications: { enabled: true },
      atMost: { documents: 10, objectivesPerService: 2 },
    });
  });

  it('knows how OpenTelemetry measures a fleet, and learns how you do', () => {
    const { templates } = read({
      templates: [
        {
          preset: 'http',
          source: 'prometheus:main',
          labels: { job: '$namespace/$name' },
        },
        {
          name: 'mesh',
          labels: { app: '$name' },
          availability: {
            bad: 'sum by ($labels) (increase(e[{{.window}}]))',
            total: 'sum by ($labels) (increase(r[$window]))',
          },
        },
      ],
    });
    expect(templates).toEqual([
      {
        name: 'http',
        source: 'prometheus:main',
        labels: { job: '$namespace/$name' },
        availability: {
          bad: 'sum by ($labels) (increase(http_server_request_duration_seconds_count{http_response_status_code=~"5.."}[$window]))',
          total:
            'sum by ($labels) (increase(http_server_request_duration_seconds_count[$window]))',
        },
        latency: {
          unit: 'seconds',
          good: 'sum by ($labels) (increase(http_server_request_duration_seconds_bucket{le=~"$threshold"}[$window]))',
          total:
            'sum by ($labels) (increase(http_server_request_duration_seconds_count[$window]))',
        },
      },
      {
        name: 'mesh',
        labels: { app: '$name' },
        availability: {
          bad: 'sum by ($labels) (increase(e[$window]))',
          total: 'sum by ($labels) (increase(r[$window]))',
        },
      },
    ]);
  });

  it.each<[JsonObject, string]>([
    [
      { tiers: { T0: { availability: 99.9 } } },
      '.tiers.T0.availability: got 99.9; it must be a share above 0 and below 1, such as 0.999 for 99.9 %',
    ],
    [
      { tiers: { T0: { latency: { target: 0.9 } } } },
      '.tiers.T0.latency: got {"target":0.9}; it must be { target: 0.99, threshold: \'500ms\' }',
    ],
    [
      { tiers: { T0: { window: '5m' } } },
      '.tiers.T0.window: got "5m"; it must be 1 hour to 366 days, such as \'30d\', or { calendar: month, timeZone: Europe/Berlin }',
    ],
    [
      { tiers: { T0: { window: { calendar: 'month', timeZone: 'Mars' } } } },
      '.tiers.T0.window: got {"calendar":"month","timeZone":"Mars"}; it must be',
    ],
    [{ tiers: { T9: {} } }, '.tiers: got {"T9":{}}; Unrecognized key: "T9"'],
    [
      { openslo: { every: 'often' } },
      '.openslo.every: got "often"; it must be 1 second to 1 day, such as \'5m\'',
    ],
    [
      { templates: [{ preset: 'istio' }] },
      '.templates[0].preset: got "istio"; it must be one of http, spanmetrics',
    ],
    [
      {
        templates: [
          {
            name: 'x',
            labels: { app: '$name' },
            availability: { bad: 'sum by ($labels) (e)', total: 'r[$window]' },
          },
        ],
      },
      '.templates[0].availability.bad: got "sum by ($labels) (e)"; it must hold $window',
    ],
    [
      { templates: [{ name: 'x', labels: { app: 'x' } }] },
      '.templates[0].labels.app: got "x"; it must hold $name',
    ],
    [
      {
        alerts: [
          { severity: 'page', long: '5m', short: '1h', budgetShare: 0.02 },
        ],
      },
      '.alerts[0]: got {"severity":"page","long":"5m","short":"1h","budgetShare":0.02}; short must be shorter than long',
    ],
    [
      {
        alerts: [{ severity: 'loud', long: '1h', short: '5m', budgetShare: 2 }],
      },
      '.alerts[0].severity: got "loud"; it must be page or ticket',
    ],
    [
      { atMost: { documents: 0 } },
      '.atMost.documents: got 0; it must be a whole number from 1 to 20000',
    ],
    [
      { calls: { enabled: 'yes' } },
      '.calls.enabled: got "yes"; it must be true or false',
    ],
    [{ openSlo: {} }, ': Unrecognized key: "openSlo"'],
  ])('says what is wrong with %j', (wrong, words) => {
    expect(() => read(wrong)).toThrow(`sightline.slo${words}`);
  });
});
