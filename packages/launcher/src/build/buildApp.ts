import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from '../Advice.ts';
import { stampFile } from '../fingerprint.ts';
import type { Launch } from '../Launch.ts';
import { startProgress } from '../Progress.ts';
import { fingerprintOfApp } from './appInputs.ts';

/** The bundle that the backend serves, made anew only when what it is made of changed. */
export async function buildApp(launch: Launch): Promise<void> {
  const { root, family, out } = launch;
  const app = join(root, 'packages', 'app');
  const wanted = fingerprintOfApp(root);
  // Inside dist: whoever removes or rebuilds the folder removes the stamp with it.
  const stamp = stampFile(join(app, 'dist', '.built-from'));
  if (stamp.matches(wanted)) {
    out.write('✓ build: nothing changed\n');
    return;
  }
  stamp.remove();

  const progress = startProgress({ name: 'build', out });
  progress.show('bundling the app');
  const log = join(root, '.local', 'logs', 'build.log');
  rmSync(log, { force: true });
  const lines: string[] = [];
  const build = family.spawn({
    command: [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    cwd: app,
    log,
    onLine: line => lines.push(line),
  });
  const { code } = await build.ended;
  if (code !== 0 || !existsSync(join(app, 'dist', 'static'))) {
    progress.failed('the bundler gave up');
    const said = lines.slice(-15).map(line => `\n    ${line.slice(0, 200)}`);
    throw new Advice(
      `The app could not be built:${said.join('')}`,
      'Correct this and run it again. All of it: .local/logs/build.log',
    );
  }
  stamp.write(wanted);
  progress.done('the app is bundled');
}
