import {
  FakeWorld,
  startFakeWorld,
  testSourceContract,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { countingContext } from '../__testUtils__/contexts';
import { at, nothing, vector } from '../__testUtils__/pretendMetrics';
import { questionOf } from '../__testUtils__/pretendPrometheus';
import { createPrometheusClient } from '../client/createPrometheusClient';
import { createNamesSource } from './createNamesSource';

const two = vector([
  [{ service_namespace: 'shop', service_name: 'order-service' }, 1],
  [{ service_name: 'exports' }, 1],
]);

const createSource = ({ url }: Pick<FakeWorld, 'url'>) =>
  createNamesSource({
    id: 'main',
    client: createPrometheusClient({ url, headers: {} }),
    now: () => at,
  });

testSourceContract({
  name: 'prometheus:main:names',
  answer: () => two,
  create: createSource,
  partialAnswer: vector([], { warnings: ['a store did not answer'] }),
});

describe('names of services in a Prometheus', () => {
  let world: FakeWorld;
  let answer = two;
  const asked: string[] = [];
  beforeAll(async () => {
    world = await startFakeWorld({
      answer: request => {
        asked.push(questionOf(request).parameter('query'));
        return answer;
      },
    });
  });
  afterAll(() => world.stop());

  it('are those of the labels that OpenTelemetry writes, asked for at once', async () => {
    const context = countingContext();
    expect(await createSource(world).pull([], context)).toEqual({
      outcome: 'ok',
      value: {
        names: [
          { kind: 'otel', name: 'order-service', namespace: 'shop' },
          { kind: 'otel', name: 'exports', namespace: '' },
        ],
      },
    });
    expect(asked).toEqual([
      'group by (service_namespace, service_name) ({__name__=~"http_server_request_duration_seconds_count|traces_span_metrics_calls_total|target_info",service_name!=""})',
    ]);
    expect(context.calls).toBe(1);
  });

  it('that nobody writes are no answer, but a note that says what to look at', async () => {
    answer = nothing;
    expect(await createSource(world).pull([], countingContext())).toEqual({
      outcome: 'ok',
      value: {},
      notes: [
        'No metric has a label service_name: is it promoted from the attributes of the resource?',
      ],
    });
  });
});
