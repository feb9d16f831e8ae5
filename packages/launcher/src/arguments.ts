import { Advice } from './Advice.ts';

export type StartCommand = {
  command: 'start';
  port: number;
  verbose: boolean;
  /** whether Harbour lives beside the portal */
  town: boolean;
  /** what goes wrong there */
  incidents: string[];
};
export type TownCommand = {
  command: 'town';
  port: number;
  /** the town's own business */
  rest: string[];
};
export type TestCommand = {
  command: 'test';
  /** names of the only steps to run; empty for all */
  only: string[];
  /** what Jest shall look for in test file paths; empty for all */
  paths: string[];
};
export type BenchCommand = {
  command: 'bench';
  bench: string | undefined;
  rest: string[];
};
export type Command =
  | StartCommand
  | TownCommand
  | TestCommand
  | BenchCommand
  | { command: 'check' }
  | { command: 'help' };

const DEFAULT_PORT = 7007;

function readPort(text: string, from: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Advice(
    `${from} is "${text}", which is not a port.`,
    'Give a number between 1 and 65535, such as 7010.',
  );
}

function portOf(env: Record<string, string | undefined>): number {
  return env.SIGHTLINE_PORT
    ? readPort(env.SIGHTLINE_PORT, 'SIGHTLINE_PORT')
    : DEFAULT_PORT;
}

/** Which there are, the town knows. */
function readIncident(text: string | undefined): string {
  if (text && !text.startsWith('-')) return text;
  throw new Advice(
    '--incident wants the name of one.',
    'npm run town -- --help tells which there are.',
  );
}

function unknown(what: string): Advice {
  return new Advice(
    `${what} is not known here.`,
    'See `npm start -- --help` for what is.',
  );
}

/** `--port 7010` and `--port=7010` alike. */
function splitEquals(args: string[]): string[] {
  return args.flatMap(arg => {
    const parts = /^(--[a-z]+)=(.*)$/.exec(arg);
    return parts ? [parts[1], parts[2]] : [arg];
  });
}

function readStart(
  args: string[],
  env: Record<string, string | undefined>,
): StartCommand {
  const start: StartCommand = {
    command: 'start',
    port: portOf(env),
    verbose: false,
    town: true,
    incidents: [],
  };
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--verbose') start.verbose = true;
    else if (args[i] === '--no-town') start.town = false;
    else if (args[i] === '--incident') {
      start.incidents.push(readIncident(args[++i]));
    } else if (args[i] === '--port') {
      start.port = readPort(args[++i] ?? '', '--port');
    } else throw unknown(`The option "${args[i]}"`);
  }
  if (start.town || start.incidents.length === 0) return start;
  throw new Advice(
    'Without the town nothing can go wrong there.',
    'Leave out --no-town, or --incident.',
  );
}

/** `--port` is ours, for it says which portal; the town understands the others. */
function readTown(
  args: string[],
  env: Record<string, string | undefined>,
): TownCommand {
  const at = args.indexOf('--port');
  if (at < 0) return { command: 'town', port: portOf(env), rest: args };
  const rest = [...args.slice(0, at), ...args.slice(at + 2)];
  const port = readPort(args[at + 1] ?? '', '--port');
  return { command: 'town', port, rest };
}

/** `npm test -- unit plugins/x`: a step by its name, then paths for Jest. */
function readTest(args: string[], steps: readonly string[]): TestCommand {
  const only: string[] = [];
  const paths: string[] = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--only') {
      only.push(...(args[++i] ?? '').split(',').filter(Boolean));
    } else if (args[i].startsWith('-')) {
      throw unknown(`The option "${args[i]}"`);
    } else if (only.length === 0 && steps.includes(args[i])) {
      only.push(args[i]);
    } else {
      paths.push(args[i]);
    }
  }
  const wrong = only.find(step => !steps.includes(step));
  if (wrong !== undefined) {
    throw new Advice(
      `There is no test step called "${wrong}".`,
      `The steps are ${steps.join(', ')}.`,
    );
  }
  // Paths say which test files: they mean nothing to the other steps.
  if (paths.length > 0 && only.length === 0) only.push('unit');
  return { command: 'test', only, paths };
}

export function readCommand(options: {
  argv: string[];
  env: Record<string, string | undefined>;
  steps: readonly string[];
}): Command {
  const [command, ...rest] = options.argv;
  if (command === 'bench' && rest[0] !== '--help') {
    return { command, bench: rest[0], rest: rest.slice(1) };
  }
  const args = splitEquals(rest);
  if (command === 'town') return readTown(args, options.env);
  if (args.includes('--help') || command === '--help') {
    return { command: 'help' };
  }
  if (command === 'start') return readStart(args, options.env);
  if (command === 'test') return readTest(args, options.steps);
  if (command === 'check') {
    if (args.length > 0) throw unknown(`The option "${args[0]}"`);
    return { command };
  }
  throw unknown(`The command "${command ?? ''}"`);
}
