import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argumentsOf, explainEnd } from './startTown.ts';
import { isElsewhere } from './town.ts';
import { hasTown, townCommand } from './townCommand.ts';

const root = join(__dirname, '../../../..');

it('sends to the portal on this port, and keeps house beside its databases', () => {
  expect(
    townCommand({ root: '/r', port: 7010, data: '/r/.local/data' }),
  ).toEqual([
    '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
    '/r/examples/town/src/main.ts',
    '--endpoint',
    'http://127.0.0.1:7010/api/sightline/otlp/v1/traces',
    '--home',
    '/r/.local/data/town',
  ]);
});

it('answers where the portal was told to ask, in every life; what goes wrong is said once', () => {
  const ports = { prometheus: 40_123, pact: 40_124, kubernetes: 40_125 };
  const options = { incidents: ['ledger-down'], ports };
  const always = [
    ...['--backfill', '15m', '--rate', '0.2'],
    ...['--prometheus-port', '40123', '--pact-port', '40124'],
    ...['--kubernetes-port', '40125'],
  ];
  expect(argumentsOf(options, 0)).toEqual([
    ...always,
    ...['--incident', 'ledger-down'],
  ]);
  expect(argumentsOf(options, 1)).toEqual(always);
});

it.each([
  [[], false],
  [['--incident', 'ledger-down'], false],
  [['--endpoint=http://collector:4318/v1/traces'], true],
  [['--help'], true],
  [['--openmetrics', 'om.txt'], true],
  [['--openmetrics', 'om.txt', '--prometheus-port', '9464'], false],
])('knows who needs no portal of ours: %j', (rest, elsewhere) => {
  expect(isElsewhere(rest)).toBe(elsewhere);
});

it('sees whether there is a town', () => {
  expect(hasTown(root)).toBe(true);
  expect(hasTown(mkdtempSync(join(tmpdir(), 'no-town-')))).toBe(false);
});

describe('when the town ends', () => {
  const ended = { failures: 1, pauseMs: 1000 };
  const rest = `
  It is started again in 1 s, later each time; the portal goes on.
  Its log: .local/logs/town.log`;

  it('says what it complained about', () => {
    const end = { code: 1, signal: null };
    const usage = ['✗ There is no incident "flood".', '  See --help'];
    expect(explainEnd({ ...ended, end }, usage)).toBe(
      `The town ended by itself (exit code 1): ✗ There is no incident "flood".${rest}`,
    );
    const broken = ['/town/main.ts:3', 'SyntaxError: Unexpected token', '  at'];
    expect(explainEnd({ ...ended, end }, broken)).toBe(
      `The town ended by itself (exit code 1): SyntaxError: Unexpected token${rest}`,
    );
  });

  it('says only how, when it went on as ever before', () => {
    const end = { code: null, signal: 'SIGKILL' };
    expect(explainEnd({ ...ended, end }, ['12:30:05 17 spans sent'])).toBe(
      `The town ended by itself (SIGKILL).${rest}`,
    );
  });
});
