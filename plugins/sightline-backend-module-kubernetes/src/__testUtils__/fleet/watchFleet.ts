import {
  AskContext,
  SourceSink,
} from '@sightline/backstage-plugin-sightline-node';
import { createClusterSource } from '../../watching/createClusterSource';

/** What is said to whoever started it. */
export type WatcherWord =
  | { known: number }
  | { heard: string; at: number }
  | { memory: number; calls: number };

const say = (word: WatcherWord) => process.send?.(word);

/**
 * Watches the clusters at the given addresses in this process, which does nothing
 * else: says when it knows all, what it hears, and on request what it took.
 */
const main = async (token: string, urls: string[]) => {
  const known = new Map<string, number>();
  let calls = 0;
  const over = new AbortController();
  const evidence = () => ({
    source: 'kubernetes',
    observedAt: '2026-11-21T12:00:00Z',
    validFor: 0,
  });
  const lost = () => {};
  const context: AskContext = {
    ...{ signal: over.signal, deadline: 8.64e15, lost, evidence },
    countCall: () => {
      calls += 1;
    },
  };
  const sink: SourceSink = {
    ...{ lost, evidence },
    accept: async ({ workloads: report }) => {
      if (!report) return;
      if (report.whole) {
        known.set(report.cluster, report.workloads.length);
        say({ known: [...known.values()].reduce((sum, one) => sum + one, 0) });
      }
      const at = performance.timeOrigin + performance.now();
      report.workloads
        .slice(0, report.whole ? 0 : 10)
        .forEach(({ template }) => {
          say({ heard: template.images[0].image, at });
        });
    },
  };
  process.on('message', () => {
    say({ memory: process.resourceUsage().maxRSS * 1024, calls });
  });
  process.on('disconnect', () => process.exit());
  await Promise.all(
    urls.map((url, nth) =>
      createClusterSource({
        id: `kubernetes:${nth}`,
        cluster: {
          name: `cluster-${nth}`,
          url,
          credentials: { kind: 'token', token },
          skipTlsVerify: false,
        },
      }).watch(sink, context),
    ),
  );
};

const [token, ...urls] = process.argv.slice(2);
main(token, urls).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
