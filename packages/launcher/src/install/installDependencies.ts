import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, stampFile } from '../fingerprint.ts';
import type { Launch } from '../Launch.ts';
import { startProgress } from '../Progress.ts';
import { listWorkspaces } from '../workspaces.ts';
import { checkSpace } from './freeSpace.ts';
import { countInstalled } from './countInstalled.ts';
import {
  ENOUGH_FAILED_REQUESTS,
  explainInstallFailure,
  isFailedRequest,
} from './installFailure.ts';
import { readNpmSettings } from './npmSettings.ts';
import { readYarnLine } from './yarnProgress.ts';

function fingerprintOfInputs(root: string): string {
  const manifests = listWorkspaces(root).map(w => `${w.folder}/package.json`);
  return fingerprint({
    root,
    files: ['package.json', 'yarn.lock', '.yarnrc.yml', ...manifests],
    // Another Node major means other native code.
    also: [process.version.split('.')[0]],
  });
}

/** Makes node_modules what yarn.lock says; costs nothing when it already is. */
export async function installDependencies(launch: Launch): Promise<void> {
  const { root, yarn, family, out } = launch;
  const wanted = fingerprintOfInputs(root);
  const stamp = stampFile(join(root, 'node_modules', '.sightline-install'));
  if (stamp.matches(wanted)) {
    out.write('✓ install: nothing changed\n');
    return;
  }
  stamp.remove();
  await checkSpace(root);

  const progress = startProgress({ name: 'install', out });
  const log = join(root, '.local', 'logs', 'install.log');
  rmSync(log, { force: true });
  let phase = 'starting Yarn';
  progress.show(phase);
  const counter = countInstalled(root);
  const timer = setInterval(
    () => progress.show(phase, counter.describe(phase)),
    500,
  );
  let failedRequests = 0;
  const yarnInstall = family.spawn({
    command: [yarn, 'install', '--immutable'],
    cwd: root,
    env: { ...(await readNpmSettings(launch.npm)), ...process.env },
    log,
    onLine: line => {
      phase = readYarnLine(line) ?? phase;
      if (!isFailedRequest(line)) return;
      failedRequests += 1;
      if (failedRequests === ENOUGH_FAILED_REQUESTS) yarnInstall.stop();
    },
  });
  const { code } = await yarnInstall.ended;
  clearInterval(timer);
  if (code !== 0) {
    progress.failed('Yarn gave up');
    const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
    throw explainInstallFailure(said);
  }
  stamp.write(wanted);
  progress.done('all packages in place');
}
