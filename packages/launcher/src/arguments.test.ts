import { readCommand } from './arguments.ts';

const steps = ['types', 'lint', 'unit'];
const read = (argv: string[], env = {}) => readCommand({ argv, env, steps });
const start = {
  command: 'start',
  port: 7007,
  verbose: false,
  town: true,
  incidents: [],
};

describe('readCommand', () => {
  it.each([
    [['start'], {}, start],
    [
      ['start', '--port', '7010', '--verbose'],
      {},
      { ...start, port: 7010, verbose: true },
    ],
    [
      ['start', '--port=7010'],
      { SIGHTLINE_PORT: '1' },
      { ...start, port: 7010 },
    ],
    [['start'], { SIGHTLINE_PORT: '7020' }, { ...start, port: 7020 }],
    [['start', '--no-town'], {}, { ...start, town: false }],
    [
      ['start', '--incident', 'a', '--incident=b'],
      {},
      { ...start, incidents: ['a', 'b'] },
    ],
    [['town'], {}, { command: 'town', port: 7007, rest: [] }],
    [
      ['town', '--rate', '1', '--port=7010', '--incident-after=-5m'],
      {},
      {
        command: 'town',
        port: 7010,
        rest: ['--rate', '1', '--incident-after=-5m'],
      },
    ],
    [
      ['town', '--help'],
      { SIGHTLINE_PORT: '7020' },
      { command: 'town', port: 7020, rest: ['--help'] },
    ],
    [['test'], {}, { command: 'test', only: [], paths: [] }],
    [
      ['test', '--only', 'types,lint'],
      {},
      { command: 'test', only: ['types', 'lint'], paths: [] },
    ],
    [
      ['test', 'unit', 'plugins/x'],
      {},
      { command: 'test', only: ['unit'], paths: ['plugins/x'] },
    ],
    [
      ['test', 'plugins/x'],
      {},
      { command: 'test', only: ['unit'], paths: ['plugins/x'] },
    ],
    [
      ['bench', 'fleet', '--full'],
      {},
      { command: 'bench', bench: 'fleet', rest: ['--full'] },
    ],
    [['bench'], {}, { command: 'bench', bench: undefined, rest: [] }],
    [['test', '--help'], {}, { command: 'help' }],
    [['check'], {}, { command: 'check' }],
  ])('understands %j with %j', (argv, env, command) => {
    expect(read(argv, env)).toEqual(command);
  });

  it.each([
    [['fly'], 'The command "fly" is not known here.'],
    [['start', '--prot', '1'], 'The option "--prot" is not known here.'],
    [['start', '--port', '70070'], '--port is "70070", which is not a port.'],
    [['start', '--port'], '--port is "", which is not a port.'],
    [['town', '--port', 'x'], '--port is "x", which is not a port.'],
    [['start', '--no-town', '--incident', 'a'], 'Without the town'],
    [['start', '--incident'], '--incident wants the name of one.'],
    [['test', '--watch'], 'The option "--watch" is not known here.'],
    [['test', '--only', 'tpyes'], 'There is no test step called "tpyes".'],
    [['check', 'x'], 'The option "x" is not known here.'],
  ])('answers %j with one sentence', (argv, sentence) => {
    expect(() => read(argv)).toThrow(sentence);
  });
});
