import { createContext, everythingOf, valueOf } from './brokers';

/** What one mirror of a broker took. */
export type MirrorFigures = {
  requests: number;
  /** milliseconds */
  refresh: number;
  /** the most that the process held, in bytes, and how much of it while mirroring */
  memory: number;
  grown: number;
  integrations: number;
  pacts: number;
};

const held = () => process.resourceUsage().maxRSS * 1024;

/**
 * Mirrors the broker at the given address in this process, which does nothing
 * else, says what it took, and ends.
 */
const main = async (url: string) => {
  const { source } = everythingOf({ url });
  const context = createContext();
  const before = process.memoryUsage.rss();
  const begin = performance.now();
  const { contracts } = valueOf(await source.pull([], context));
  const figures: MirrorFigures = {
    requests: context.calls,
    refresh: performance.now() - begin,
    memory: held(),
    grown: held() - before,
    integrations: contracts!.integrations.length,
    pacts: contracts!.pacts.length,
  };
  process.send?.(figures);
  process.disconnect?.();
};

main(process.argv[2]).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
