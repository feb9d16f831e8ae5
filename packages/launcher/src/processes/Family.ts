import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How long a child may take to end in order; dieWithParent.cjs waits a little longer. */
const GRACE_MS = 4_000;

export type ChildEnd = { code: number | null; signal: string | null };

export type Child = {
  pid: number;
  /** Never settles once the family is being stopped: nobody shall report our own kill as a failure. */
  ended: Promise<ChildEnd>;
  stop(): Promise<void>;
};

export type ChildOptions = {
  /** arguments for Node: a script, with or without options before it */
  command: string[];
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** receives everything the child writes */
  log?: string;
  onLine?: (line: string) => void;
  /** let the child write to our own terminal */
  show?: boolean;
  /** is stopped before the others, because it needs them to end well */
  endsFirst?: boolean;
};

export type Family = {
  spawn(options: ChildOptions): Child;
  /** Ends all children in order, then by force; true while or after that. */
  stopAll(): Promise<void>;
  killAll(): void;
  readonly stopping: boolean;
};

/** Environment of a child that must not outlive us; bin/dieWithParent.cjs has the story. */
function tied(env: NodeJS.ProcessEnv, preload: string): NodeJS.ProcessEnv {
  const require = `--require ${JSON.stringify(preload)}`;
  const given = (env.NODE_OPTIONS ?? '').replace(require, '').trim();
  return {
    ...env,
    SIGHTLINE_LIFELINE: '3',
    NODE_OPTIONS: `${require} ${given}`.trim(),
  };
}

function signalGroup(pid: number, signal: NodeJS.Signals) {
  // Without a pid the child never began, and group 0 would be our own.
  if (pid === 0) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

export function createFamily(options: { root: string }): Family {
  const preload = join(options.root, 'packages/launcher/bin/dieWithParent.cjs');
  const living = new Map<number, { stop(): Promise<void>; first: boolean }>();
  let stopping = false;

  function spawnChild(child: ChildOptions): Child {
    const output = child.show ? 'inherit' : 'pipe';
    const process_ = spawn(process.execPath, child.command, {
      cwd: child.cwd,
      env: tied(child.env ?? process.env, preload),
      stdio: ['ignore', output, output, 'pipe'],
      // A process group of its own: Ctrl-C reaches the launcher alone, and a signal to
      // the group reaches what the child has started.
      detached: true,
    });
    const pid = process_.pid ?? 0;
    const log = child.log
      ? createWriteStream(child.log, { flags: 'a' })
      : undefined;
    // Complaints about being stopped belong into the log, not on the console.
    const hear = (line: string) => {
      if (!stopping) child.onLine?.(line);
    };
    for (const stream of [process_.stdout, process_.stderr]) {
      if (!stream) continue;
      if (log) stream.pipe(log, { end: false });
      createInterface({ input: stream }).on('line', hear);
      stream.resume();
    }
    process_.stdio[3]?.on('error', () => {});

    const gone = new Promise<ChildEnd>(resolve => {
      process_.on('error', () => resolve({ code: 1, signal: null }));
      // Whatever it had started and left behind goes with it, before that can hold our pipes.
      process_.on('exit', () => signalGroup(pid, 'SIGKILL'));
      process_.on('close', (code, signal) => resolve({ code, signal }));
    }).then(end => {
      living.delete(pid);
      log?.end();
      return end;
    });

    const stop = async () => {
      signalGroup(pid, 'SIGTERM');
      const force = setTimeout(() => signalGroup(pid, 'SIGKILL'), GRACE_MS);
      await gone;
      clearTimeout(force);
    };
    living.set(pid, { stop, first: child.endsFirst ?? false });
    return {
      pid,
      ended: gone.then(end => (stopping ? new Promise<never>(() => {}) : end)),
      stop,
    };
  }

  return {
    spawn: spawnChild,
    async stopAll() {
      stopping = true;
      for (const turn of [true, false]) {
        const next = [...living.values()].filter(({ first }) => first === turn);
        await Promise.all(next.map(({ stop }) => stop()));
      }
    },
    killAll() {
      stopping = true;
      for (const pid of living.keys()) signalGroup(pid, 'SIGKILL');
    },
    get stopping() {
      return stopping;
    },
  };
}
