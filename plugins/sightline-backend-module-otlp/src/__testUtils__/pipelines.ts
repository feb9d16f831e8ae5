import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultCallEngineLimits } from '@sightline/backstage-plugin-sightline-node/spans';
import { SpanPipeline, SpanPipelineOptions } from '../keeping/SpanPipeline';
import { Keeper } from './Keeper';

/** One folder and one keeper; each pipeline is a life of the same process. */
export const createWorld = (options: Partial<SpanPipelineOptions> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'otlp-'));
  const keeper = new Keeper();
  const losses: Record<string, number> = {};
  const lives: SpanPipeline[] = [];
  const world = {
    folder,
    keeper,
    losses,
    now: 1_790_000_000_000,
    /** bytes on the disk */
    free: Infinity,
    /** A life that is not ended ends as in a crash; here its files are closed. */
    end: () => Promise.all(lives.map(life => life.close())),
    live: async () => {
      const pipeline = new SpanPipeline({
        folder,
        limits: defaultCallEngineLimits,
        bodyAtMost: 2 ** 20,
        logAtMost: 2 ** 30,
        edgesOfAReportAtMost: 100,
        now: () => world.now,
        free: async () => world.free,
        report: async report => keeper.keep(report),
        lost: (cause, count) => {
          losses[cause] = (losses[cause] ?? 0) + count;
        },
        ...options,
      });
      lives.push(pipeline);
      await pipeline.open();
      return pipeline;
    },
  };
  return world;
};

export const json = (text: string) => ({
  encoding: 'json' as const,
  isGzip: false,
  body: new TextEncoder().encode(text),
});
