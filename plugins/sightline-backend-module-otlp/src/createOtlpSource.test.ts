import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';
import { compiling } from './__testUtils__/compiling';
import { Keeper } from './__testUtils__/Keeper';
import { createWorld } from './__testUtils__/pipelines';
import { hasty } from './__testUtils__/ReceiverLives';
import { requestOfSpans } from './__testUtils__/spans';
import { createOtlpSource } from './createOtlpSource';
import { FolderLock } from './keeping/FolderLock';
import { readOtlpConfig } from './readOtlpConfig';

const received = (text: string) => ({
  encoding: 'json' as const,
  isGzip: false,
  pieces: [new TextEncoder().encode(text)],
});

describe('createOtlpSource', () => {
  jest.setTimeout(60_000);

  const createdSource = (folder: string) => {
    const log: string[] = [];
    const say = (words: string) => log.push(words);
    const data = { sightline: { otlp: { ...hasty, folder } } };
    const keeper = new Keeper();
    const losses: [string, number][] = [];
    let heard = () => {};
    const source = createOtlpSource({
      config: readOtlpConfig(mockServices.rootConfig({ data })),
      logger: { info: say, warn: say },
      execArgv: compiling,
    });
    const open = () =>
      source.open({
        accept: async ({ calls }: { calls?: CallsReport }) => {
          if (calls) keeper.keep(calls);
          heard();
        },
        lost: (cause, count) => losses.push([cause, count]),
        evidence: () => {
          throw new Error('reports of calls carry none');
        },
      });
    const counted = (calls: number) =>
      new Promise<void>(resolve => {
        heard = () => {
          if (keeper.calls === calls) resolve();
        };
        heard();
      });
    return { source, open, counted, log, losses };
  };

  it('counts in a worker what is handed to it, and hands over reports', async () => {
    const { source, open, counted, log, losses } = createdSource(
      createWorld().folder,
    );
    const body = () => received(requestOfSpans(0, 7));
    expect(source.spans.whyNot).toBe('Not ready yet');
    expect(await source.spans.take(body())).toMatchObject({
      taken: 'not-now',
    });
    await open();
    expect(source.spans.whyNot).toBeUndefined();
    expect(await source.spans.take(body())).toEqual({
      taken: 'safe',
      rejected: 0,
    });
    await counted(7);
    expect(source.spans.bytesUnderWay).toBe(0);
    source.spans.refused(413);
    expect(losses).toContainEqual(['requests that were refused with 413', 1]);
    await source.close!();
    expect(source.spans.whyNot).toBe('The portal is being stopped');
    expect(log).toEqual([]);
  });

  it('says what is wrong with its folder, once, and takes spans as soon as it is right', async () => {
    const file = join(createWorld().folder, 'file');
    writeFileSync(file, '');
    const { source, open, log } = createdSource(join(file, 'otlp'));
    const words = `Spans cannot be kept in ${file}/otlp (sightline.otlp.folder): what stands there is no folder`;
    await expect(open()).rejects.toThrow(words);
    expect(source.spans.whyNot).toBe('Not ready yet');
    rmSync(file);
    while (source.spans.whyNot !== undefined) await wait(20);
    expect(log).toEqual([
      expect.stringContaining(`No traces are taken: ${words}`),
      'Traces are taken again',
    ]);
    await source.close!();
  });

  it('waits for another process to leave the folder', async () => {
    const { folder } = createWorld();
    const other = new FolderLock({
      folder,
      self: { place: 'elsewhere', pid: 7, since: 0 },
      isRunning: () => true,
      wait,
    });
    await other.take(() => {});
    const { source, open, log } = createdSource(folder);
    const words = `No traces are taken: process 7 on elsewhere works in ${folder}`;
    await expect(open()).rejects.toThrow(words);
    await other.release();
    while (source.spans.whyNot !== undefined) await wait(20);
    expect(log).toEqual([words, 'Traces are taken again']);
    await source.close!();
  });

  it('can be closed while it waits, and before it was opened', async () => {
    const { folder } = createWorld();
    writeFileSync(join(folder, 'in-use.json'), '{"place":"x","pid":1}');
    const { source, open } = createdSource(folder);
    await source.close!();
    await expect(open()).rejects.toThrow('process 1 on x works in');
    await source.close!();
  });

  it('begins anew when the worker finds its disk damaged', async () => {
    const { folder } = createWorld();
    writeFileSync(join(folder, 'checkpoint.json'), 'scribble');
    const { source, open, log } = createdSource(folder);
    await expect(open()).rejects.toThrow('checkpoint.json is damaged');
    rmSync(join(folder, 'checkpoint.json'));
    while (source.spans.whyNot !== undefined) await wait(20);
    expect(log).toEqual([
      expect.stringContaining('nobody knows what was counted'),
      'Traces are taken again',
    ]);
    await source.close!();
  });

  it('begins anew when a write fails, and whoever waited for it sends again', async () => {
    const { folder } = createWorld();
    const { source, open, counted, log } = createdSource(folder);
    await open();
    rmSync(join(folder, 'segments'), { recursive: true });
    const send = () => source.spans.take(received(requestOfSpans(0, 7)));
    expect(await send()).toMatchObject({ taken: 'not-now' });
    while ((await send()).taken !== 'safe') await wait(20);
    await counted(7);
    expect(log).toEqual([
      expect.stringContaining('No traces are taken: ENOENT'),
      'Traces are taken again',
    ]);
    await source.close!();
  });
});
