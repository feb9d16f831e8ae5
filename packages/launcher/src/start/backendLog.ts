export type Level = 'info' | 'warn' | 'error';

const MAX_LINE_LENGTH = 200;
const MAX_CONTINUATION_LINES = 4;

/** The level of a line of Backstage's log, undefined where a line continues the one before. */
export function readLevel(line: string): Level | undefined {
  const level = /^\d{4}-\d\d-\d\dT\S+ \S+ (\w+) /.exec(line)?.[1];
  if (level === undefined) return undefined;
  return level === 'warn' || level === 'error' ? level : 'info';
}

/** Keeps warnings and errors, each with the first lines of its stack. */
export function createLogFilter(): (line: string) => boolean {
  let continuation = 0;
  return line => {
    const level = readLevel(line);
    if (level === undefined) return continuation-- > 0;
    continuation = level === 'info' ? 0 : MAX_CONTINUATION_LINES;
    return level !== 'info';
  };
}

/** Where an uncaught error begins that ended the process, below its source line. */
function crashIn(lines: string[]): string[] {
  const begin = lines.findLastIndex(line => /^\w*Error\b.*:/.test(line));
  return begin < 0 ? [] : lines.slice(begin);
}

/** What it died of, else what it last complained about, else what it last said. */
export function lastComplaints(lines: string[], count = 12): string[] {
  const crash = crashIn(lines).slice(0, count);
  const complaints = lines.filter(createLogFilter()).slice(-count);
  const said = lines
    .filter(line => !line.includes('type="incomingRequest"'))
    .slice(-count);
  const best = [crash, complaints].find(({ length }) => length > 0) ?? said;
  return best.map(line => line.slice(0, MAX_LINE_LENGTH));
}
