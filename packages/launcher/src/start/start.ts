import { stripVTControlCharacters } from 'node:util';
import { Advice } from '../Advice.ts';
import type { StartCommand } from '../arguments.ts';
import { buildApp } from '../build/buildApp.ts';
import { installDependencies } from '../install/installDependencies.ts';
import type { Launch } from '../Launch.ts';
import { startProgress } from '../Progress.ts';
import { startTown } from '../town/startTown.ts';
import { hasTown } from '../town/townCommand.ts';
import {
  addressesOf,
  findTownPorts,
  type TownPorts,
} from '../town/townPorts.ts';
import { createLogFilter, lastComplaints } from './backendLog.ts';
import { dataFolder } from './dataFolder.ts';
import { describePortal } from './describePortal.ts';
import { requireFreePort } from './freePort.ts';
import { firstToEnd, startPortal, type Portal } from './portal.ts';
import { waitUntilReady, type Readiness } from './readiness.ts';
import { rotateLog } from './rotateLog.ts';

const READY_TIMEOUT_MS = 120_000;
const REMEMBERED_LINES = 200;
/** Backstage puts whole stacks into one line; the log has them. */
const SHOWN_WIDTH = 240;

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

  const data = dataFolder(root);
  const log = rotateLog(root, 'portal');
  const backend = listenToBackend({
    verbose,
    print: line => out.write(`${line}\n`),
  });
  const progress = startProgress({ name: 'start', out });
  const townPorts =
    command.town && hasTown(root) ? await findTownPorts() : undefined;
  const portal = startPortal({
    ...{ root, port, data, family, log },
    ...(townPorts && { town: addressesOf(townPorts) }),
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
    welcome({ command, launch, portal, data, readiness, townPorts });
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

/** The portal is up: says so, and lets Harbour live beside it. */
function welcome(options: {
  command: StartCommand;
  launch: Launch;
  portal: Portal;
  data: string;
  readiness: Readiness;
  /** where the town answers; there is no town without them */
  townPorts: TownPorts | undefined;
}) {
  const { command, launch, portal, data, readiness, townPorts } = options;
  const { root, family, out } = launch;
  const town = townPorts !== undefined;
  out.write(describePortal({ root, url: portal.url, data, readiness, town }));
  if (town) {
    startTown({
      ...{ root, data, family },
      port: command.port,
      ports: townPorts,
      token: portal.senderToken,
      kubernetesToken: portal.townToken,
      incidents: command.incidents,
      log: rotateLog(root, 'town'),
      say: text => out.write(`${text}\n`),
    });
  }
  launch.upAndRunning();
}

function explainEnd(sentence: string, recent: string[]): Advice {
  const said = lastComplaints(recent).map(line => `\n    ${line}`);
  return new Advice(
    `${sentence} It last said:${said.join('')}`,
    'All of it: .local/logs/portal.log',
  );
}
