import { fork } from 'node:child_process';
import {
  SenderOptions,
  SenderResult,
  SenderTarget,
  SenderWord,
} from './spanSender';

/** Spans from a process of their own; ready when this resolves. */
export const startSender = async (options: SenderOptions) => {
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  const sender = fork(
    require.resolve('./spanSender'),
    [JSON.stringify(options)],
    { execArgv: ['--require', transform] },
  );
  /** What compiles it has something to say, too. */
  const word = <K extends string>(key: K) =>
    new Promise<Extract<SenderWord, Record<K, unknown>>>((resolve, reject) => {
      sender.on('message', said => {
        if (key in (said as object)) resolve(said as never);
      });
      sender.once('exit', () => reject(new Error('The sender ended')));
    });
  await word('ready');
  return {
    send: async (target: SenderTarget): Promise<SenderResult> => {
      const said = word('result');
      sender.send(target);
      return (await said).result;
    },
    stop: () => sender.kill(),
  };
};

export type Sender = Awaited<ReturnType<typeof startSender>>;
