import { readArguments } from './arguments.ts';

const read = (...argv: string[]) => {
  const asked = readArguments(argv, {});
  if (asked === 'help') throw new Error('nobody asked for help');
  return asked;
};

it('has an answer to everything when nothing is said', () => {
  expect(read()).toEqual({
    endpoint: 'http://localhost:7007/api/sightline/otlp/v1/traces',
    token: undefined,
    rate: 1,
    seed: 'harbour',
    home: undefined,
    backfillMs: 0,
    durationMs: undefined,
    prometheusPort: undefined,
    pactPort: undefined,
    kubernetesPort: undefined,
    kubernetesToken: undefined,
    metricsFile: undefined,
    incidents: [],
    incidentAfterMs: undefined,
    incidentForMs: undefined,
  });
});

it('reads what is said', () => {
  expect(
    read(
      ...['--endpoint', 'https://portal.example/v1/traces', '--rate', '0.1'],
      ...['--backfill', '10m', '--incident', 'a', '--incident', 'b'],
      ...['--incident-after=-5m', '--incident-for', '90s'],
      ...['--prometheus-port', '9090', '--openmetrics', 'om.txt'],
      ...['--pact-port', '9292', '--kubernetes-port', '8443'],
      ...['--days', '2', '--match', 'up'],
    ),
  ).toMatchObject({
    endpoint: 'https://portal.example/v1/traces',
    rate: 0.1,
    backfillMs: 600_000,
    incidents: ['a', 'b'],
    incidentAfterMs: -300_000,
    incidentForMs: 90_000,
    prometheusPort: 9090,
    pactPort: 9292,
    kubernetesPort: 8443,
    metricsFile: { file: 'om.txt', historyMs: 172_800_000, match: 'up' },
  });
});

it('takes tokens from the environment, so that no process list shows them', () => {
  expect(
    readArguments([], { TOWN_TOKEN: 't', TOWN_KUBERNETES_TOKEN: 'k' }),
  ).toMatchObject({ token: 't', kubernetesToken: 'k' });
});

it.each([
  [['--rate', '20'], '--rate is "20"'],
  [['--rate', 'fast'], '--rate is "fast"'],
  [['--backfill', '10'], '--backfill is "10"'],
  [['--backfill=-10m'], '--backfill is "-10m"'],
  [['--endpoint', 'portal'], '--endpoint is "portal"'],
  [['--speed', '1'], '--speed'],
  [['--prometheus-port', 'any'], '--prometheus-port is "any"'],
  [['--prometheus-port', '70000'], '--prometheus-port is "70000"'],
  [['--pact-port', '-1'], '--pact-port'],
  [['--openmetrics', 'om.txt', '--days', '400'], '--days is "400"'],
])('refuses %j and says what is wrong', (argv, message) => {
  expect(() => read(...argv)).toThrow(message);
});
