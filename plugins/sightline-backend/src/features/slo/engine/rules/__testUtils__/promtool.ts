import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = process.env.SIGHTLINE_PROMTOOL ?? '/usr/bin/promtool';

export const whyNoPromtool: string | undefined = existsSync(binary)
  ? undefined
  : `there is no promtool at ${binary} (Debian: apt-get install prometheus)`;

/** Runs promtool in a folder with these files; what it says, and whether it agrees. */
export const promtool = async (
  args: readonly string[],
  files: Record<string, string>,
): Promise<{ agrees: boolean; said: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-promtool-'));
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text);
  }
  const told = await new Promise<{ agrees: boolean; said: string }>(
    (resolve, reject) => {
      const run = spawn(binary, args, { cwd: folder });
      let said = '';
      const hear = (part: Buffer) => {
        said += part;
      };
      run.stdout.on('data', hear);
      run.stderr.on('data', hear);
      run.once('error', reject);
      run.once('exit', code => resolve({ agrees: code === 0, said }));
    },
  );
  await rm(folder, { recursive: true, force: true });
  return told;
};
