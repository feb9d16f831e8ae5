import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseStat } from './ancestors.ts';

const root = join(__dirname, '../../../..');
const LIMIT_MS = 10_000;

function isAlive(pid: number): boolean {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.state !== 'Z';
  } catch {
    return false;
  }
}

/** What `npm test` gave to this very process must not help the processes under test. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  delete env.NODE_OPTIONS;
  delete env.SIGHTLINE_LIFELINE;
  return env;
}

/**
 *   outer (plays npm) ── launcher ── child ── grandchild
 *
 * Child and grandchild ignore SIGTERM; the grandchild never leaves its loop.
 */
async function startTree(): Promise<{ outer: ChildProcess; pids: number[] }> {
  const launcher = join(__dirname, '__testUtils__', 'fakePortal.ts');
  const script = `
    const { spawn } = require('node:child_process');
    const launcher = spawn(process.execPath, [${JSON.stringify(launcher)},
      ${JSON.stringify(root)}], { stdio: ['ignore', 'inherit', 'ignore'] });
    console.log(launcher.pid);
    setInterval(() => {}, 1000);
  `;
  const outer = spawn(process.execPath, ['-e', script], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pids: number[] = [];
  for await (const line of createInterface({ input: outer.stdout })) {
    pids.push(...line.split(' ').map(Number));
    if (pids.length === 3) break;
  }
  return { outer, pids };
}

async function timeUntilGone(pids: number[]): Promise<number> {
  const started = Date.now();
  while (pids.some(isAlive) && Date.now() - started < 2 * LIMIT_MS) {
    await new Promise(done => setTimeout(done, 100));
  }
  return Date.now() - started;
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('after kill -9 no process is left within ten seconds', () => {
  it.each(['launcher', 'npm'])(
    'of the %s',
    async killed => {
      const { outer, pids } = await startTree();
      expect(pids.map(isAlive)).toEqual([true, true, true]);
      process.kill(killed === 'npm' ? outer.pid! : pids[0], 'SIGKILL');
      const took = await timeUntilGone(pids);
      outer.kill('SIGKILL');
      expect(pids.filter(isAlive)).toEqual([]);
      expect(took).toBeLessThan(LIMIT_MS);
    },
    3 * LIMIT_MS,
  );
});
