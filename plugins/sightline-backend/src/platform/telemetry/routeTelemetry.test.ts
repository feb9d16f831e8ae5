import { SpanStatusCode } from '@opentelemetry/api';
import { ok } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import request from 'supertest';
import { Sightline, startSightline } from '../../__testUtils__/startSightline';
import { eventually } from '../../intake/__testUtils__/startTestIntake';
import { useTestDatabases } from '../__testUtils__/testDatabases';
import { recordTelemetry } from './__testUtils__/recordTelemetry';

const { open } = useTestDatabases();
let telemetry: ReturnType<typeof recordTelemetry>;
let sightline: Sightline;
let database: Knex;

beforeAll(async () => {
  telemetry = recordTelemetry();
  database = await open('SQLITE_3');
  sightline = await startSightline({
    database,
    sources: [
      { kind: 'pull', id: 'sonar', title: 'Sonar', pull: async () => ok({}) },
    ],
  });
  await sightline.sweep();
});
afterAll(() => telemetry.stop());

/** What is left behind by one request, whatever the sources do meanwhile. */
const leftBy = async (method: 'get' | 'post', path: string) => {
  telemetry.spans.length = 0;
  telemetry.measured.length = 0;
  await request(sightline.backend.server)[method](`/api/sightline${path}`);
  const measured = () =>
    telemetry.measured.filter(({ name }) => name === 'sightline.http.duration');
  // The answer is with its asker a moment before the server sees it closed.
  await eventually(() => measured().length > 0);
  return {
    spans: telemetry.spans.filter(({ name }) => name === 'sightline.http'),
    durations: measured(),
  };
};

type Row = ['get' | 'post', path: string, route: string, status: number];

const one = '/v1/services/:namespace/:name';

describe('routeTelemetry', () => {
  it.each<Row>([
    ['get', '/v1/services?q=ledger', '/v1/services', 200],
    ['get', '/v1/services.csv', '/v1/services.csv', 200],
    ['get', '/v1/services/facets', '/v1/services/facets', 200],
    ['get', '/v1/services/default/ledger', one, 200],
    ['get', '/v1/services/default/ledger/dossier', `${one}/dossier`, 200],
    ['get', '/v1/services/default/gone', one, 404],
    ['get', '/v1/services?limit=0', '/v1/services', 400],
    ['get', '/v1/services/default/a%00', one, 400],
    ['get', '/v1/aliases', '/v1/aliases', 200],
    ['post', '/v1/aliases/decisions', '/v1/aliases/decisions', 400],
    ['get', '/v1/sources', '/v1/sources', 200],
    ['post', '/v1/sources/sonar/refresh', '/v1/sources/:id/refresh', 200],
    ['get', '/v1/health', '/v1/health', 200],
    ['get', '/v1/made/up/by/somebody', 'unmatched', 404],
    ['post', '/v1/services/default/ledger', 'unmatched', 404],
  ])(
    'leaves one span and one duration: %s %s is %s, %i',
    async (method, path, route, status) => {
      const attributes = {
        'http.request.method': method.toUpperCase(),
        'http.route': route,
        'http.response.status_code': status,
      };

      expect(await leftBy(method, path)).toEqual({
        spans: [{ name: 'sightline.http', attributes, ended: 1 }],
        durations: [
          {
            name: 'sightline.http.duration',
            value: expect.any(Number),
            attributes,
          },
        ],
      });
    },
  );

  it('marks the span of an answer that failed inside', async () => {
    await database.schema.renameTable('services_state', 'hidden');
    const { spans } = await leftBy('get', '/v1/services');
    await database.schema.renameTable('hidden', 'services_state');

    expect(spans).toEqual([
      {
        name: 'sightline.http',
        attributes: {
          'http.request.method': 'GET',
          'http.route': '/v1/services',
          'http.response.status_code': 500,
        },
        status: { code: SpanStatusCode.ERROR },
        ended: 1,
      },
    ]);
  });
});
