// Preloaded into every Node process that the launcher starts, and through NODE_OPTIONS
// into theirs. `kill -9` gives the launcher no chance to clean up, so each child watches
// for itself:
//   - a direct child holds the read end of a pipe (SIGHTLINE_LIFELINE is its number).
//     Nobody ever writes to it; when it closes, the launcher is gone;
//   - a grandchild has no such pipe and looks whether its parent is still the same.
// The watcher is a worker thread, for a type check or a lint run keeps the main thread
// busy for many seconds.
'use strict';

const { isMainThread, Worker } = require('node:worker_threads');

const GRACE_MS = 5_000;

/** Runs in the worker: only what it is given here exists there. */
function watch() {
  const { workerData } = require('node:worker_threads');
  const { pid, parent, lifeline, graceMs } = workerData;
  let over = false;

  // A direct child leads a process group: what it started goes with it.
  const signal = name => {
    for (const target of lifeline === undefined ? [pid] : [-pid, pid]) {
      try {
        process.kill(target, name);
      } catch {
        // not a group leader, or already gone
      }
    }
  };
  const die = () => {
    if (over) return;
    over = true;
    signal('SIGTERM');
    setTimeout(() => signal('SIGKILL'), graceMs);
  };

  if (lifeline !== undefined) {
    const pipe = new (require('node:net').Socket)({ fd: lifeline });
    pipe.on('close', die).on('error', die).resume();
  } else {
    setInterval(() => process.ppid !== parent && die(), 1_000);
  }
}

if (isMainThread) {
  const given = process.env.SIGHTLINE_LIFELINE;
  // The number means nothing to our own children: theirs may be any other file.
  delete process.env.SIGHTLINE_LIFELINE;
  new Worker(`(${watch})()`, {
    eval: true,
    env: {},
    execArgv: [],
    workerData: {
      pid: process.pid,
      parent: process.ppid,
      lifeline: given === undefined ? undefined : Number(given),
      graceMs: GRACE_MS,
    },
  }).unref();
}
