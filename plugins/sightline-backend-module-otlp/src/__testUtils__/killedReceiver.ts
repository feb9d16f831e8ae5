import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { compiling } from './compiling';
import { Keeper } from './Keeper';

/** Lives one after the other on the same folder, with one keeper for all. */
export const createKilledReceiver = (folder: string, keeper: Keeper) => {
  let child: ChildProcess;
  let port: Promise<number>;
  let onReport = () => {};

  const live = () => {
    child = spawn(
      process.execPath,
      [...compiling, require.resolve('./receiverProcess'), folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const lines = createInterface({ input: child.stdout! });
    port = new Promise(resolve => {
      lines.on('line', line => {
        // A line cut off by the kill was not confirmed, and comes again.
        if (!line.endsWith('}')) return;
        const said = JSON.parse(line);
        if (said.port) resolve(said.port);
        else keeper.keep(said);
        onReport();
      });
    });
  };

  const die = async () => {
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  };

  live();
  return {
    /** True when it was said that the spans are safe. */
    send: async (body: string): Promise<boolean> => {
      try {
        const url = `http://127.0.0.1:${await port}/otlp/v1/traces`;
        const { status } = await fetch(url, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' },
        });
        return status === 200;
      } catch {
        return false;
      }
    },
    kill: async () => {
      await die();
      live();
    },
    until: (isDone: () => boolean) =>
      new Promise<void>(resolve => {
        onReport = () => {
          if (isDone()) resolve();
        };
        onReport();
      }),
    end: die,
  };
};
