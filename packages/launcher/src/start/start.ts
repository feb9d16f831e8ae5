import { existsSync, renameSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Advice } from '../Advice.ts';
import type { StartCommand } from '../arguments.ts';
import { buildApp } from '../build/buildApp.ts';
import { installDependencies } from '../install/installDependencies.ts';
import type { Launch } from '../Launch.ts';
import { startProgress } from '../Progress.ts';
import { createLogFilter, lastComplaints } from './backendLog.ts';
import { requireFreePort } from './freePort.ts';
import { firstToEnd, startPortal } from './portal.ts';
import { waitUntilReady, type Readiness } from './readiness.ts';

const READY_TIMEOUT_MS = 120_000;
const REMEMBERED_LINES = 200;
/** Backstage puts whole stacks into one line; the log has them. */
const SHOWN_WIDTH = 240;

function rotateLog(root: string): string {
  const log = join(root, '.local/logs/portal.log');
  if (existsSync(log)) {
    renameSync(log, join(root, '.local/logs/portal.previous.log'));
  }
  return log;
}

function describePortal(options: {
  root: string;
  url: string;
  data: string;
  readiness: Readiness;
}): string {
  const { root, url, data, readiness } = options;
  const warning =
    readiness === 'empty'
      ? '\n  But no services have come from the catalog yet: see the log.'
      : '';
  return `
  Sightline is running:  ${url}${warning}

  sign in   as guest
  data      ${relative(root, data)}
  log       .local/logs/portal.log
  stop      Ctrl-C

`;
}

/** What the backend wrote, and which of it goes to the console now. */
function listenToBackend(options: {
  verbose: boolean;
  print: (line: string) => void;
}) {
  const recent: string[] = [];
  const complains = createLogFilter();
  let quiet = true;
  return {
    recent,
    /** Until the portal is up its line of progress is all there is to see. */
    speak: () => (quiet = false),
    onLine(coloured: string) {
      const line = stripVTControlCharacters(coloured);
      recent.push(line);
      if (recent.length > REMEMBERED_LINES) recent.shift();
      const worthIt = complains(line);
      if (options.verbose) options.print(line);
      else if (worthIt && !quiet) options.print(line.slice(0, SHOWN_WIDTH));
    },
  };
}

/** `npm start`: from whatever is there to a portal that shows services, until it is stopped. */
export async function start(
  command: StartCommand,
  launch: Launch,
): Promise<number> {
  const { port, verbose } = command;
  const { root, family, out } = launch;
  await requireFreePort(port);
  await installDependencies(launch);
  await buildApp(launch);

  const data = resolve(root, process.env.SIGHTLINE_DATA || '.local/data');
  const log = rotateLog(root);
  const backend = listenToBackend({
    verbose,
    print: line => out.write(`${line}\n`),
  });
  const progress = startProgress({ name: 'start', out });
  const portal = startPortal({
    root,
    port,
    data,
    family,
    log,
    onLine: backend.onLine,
  });
  const died = firstToEnd(portal);
  const readiness = await Promise.race([
    died,
    waitUntilReady({
      url: portal.url,
      timeoutMs: READY_TIMEOUT_MS,
      show: progress.show,
    }),
  ]);
  if (readiness === 'serving' || readiness === 'empty') {
    progress.done('the portal answers');
    backend.speak();
    out.write(describePortal({ root, url: portal.url, data, readiness }));
    launch.upAndRunning();
    throw explainEnd(await died, backend.recent);
  }
  progress.failed('the portal did not come up');
  throw explainEnd(
    readiness === 'silent'
      ? `The backend did not answer within ${READY_TIMEOUT_MS / 1000} s.`
      : readiness,
    backend.recent,
  );
}

function explainEnd(sentence: string, recent: string[]): Advice {
  const said = lastComplaints(recent).map(line => `\n    ${line}`);
  return new Advice(
    `${sentence} It last said:${said.join('')}`,
    'All of it: .local/logs/portal.log',
  );
}
