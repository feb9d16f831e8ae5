import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoopWaits } from '../harness/eventLoopProbe';
import { load } from '../harness/load';
import {
  Asker,
  dossiers,
  pages,
  settle,
  signIn,
  someRefs,
} from '../harness/portalReader';
import { Figure } from '../harness/report';
import { BenchServer, spawnServer } from '../harness/spawnServer';
import { percentile, slope } from '../harness/statistics';
import { SenderResult } from './spanSender';
import { Sender, startSender } from './startSender';
import { bytesOfAnEdge } from './storeSize';
import { TrafficName } from './traffic';

type Stretch = { warmUp: number; seconds: number };

export type PortalOptions = {
  /** seconds before and while it is measured, for each kind of traffic */
  shop: Stretch;
  edges: Stretch;
  /** settings of the receiver */
  otlp: object;
};

const spansPerSecond = 50_000;
const readsPerSecond = 20;

/** What was seen while one kind of traffic came in. */
type Seen = {
  loop: LoopWaits;
  pages: number[];
  dossiers: number[];
  failed: number;
  memory: number[];
  cpuCores: number;
  sent: SenderResult;
};

/**
 * A whole portal, its store on SQLite, on two cores that it shares with those
 * who send and read: spans come from a second process, questions from this one.
 */
export const measurePortal = async (
  options: PortalOptions,
): Promise<Figure[]> => {
  const data = mkdtempSync(join(tmpdir(), 'calls-'));
  const [server, shopSender, edgesSender] = await Promise.all([
    portalOn(data, options),
    senderOf('shop', options.shop),
    senderOf('edges', options.edges),
  ]);
  try {
    const ask = await signIn(server);
    await server.ask('history');
    const bytes = bytesOfAnEdge(join(data, 'sightline.sqlite'));
    await settle(server);
    const refs = await someRefs(ask);
    const during = (sender: Sender, stretch: Stretch) =>
      measureDuring({ ...stretch, server, ask, refs, sender });
    const shop = await during(shopSender, options.shop);
    const edges = await during(edgesSender, options.edges);
    return [
      ...figuresOf(shop, 'a shop of 12 services'),
      ...figuresOf(edges, '50,000 edges'),
      ...memoryFigures(edges, options.edges),
      {
        figure: 'bytes an edge a day, SQLite, its first day, rolled up',
        value: bytes,
        unit: 'bytes',
      },
    ];
  } finally {
    shopSender.stop();
    edgesSender.stop();
    await server.stop();
  }
};

const portalOn = (data: string, { otlp }: PortalOptions) =>
  spawnServer(
    'fleetServer.ts',
    {
      BENCH_SERVICES: '1000',
      BENCH_DATA: data,
      BENCH_OTLP: JSON.stringify({ ...otlp, folder: join(data, 'otlp') }),
    },
    '0,1',
  );

const senderOf = (
  traffic: TrafficName,
  { warmUp, seconds }: Stretch,
): Promise<Sender> =>
  startSender({ traffic, spansPerSecond, seconds: warmUp + seconds });

const measureDuring = async (
  options: Stretch & {
    server: BenchServer;
    ask: Asker;
    refs: readonly string[];
    sender: Sender;
  },
): Promise<Seen> => {
  const { server, ask, refs, sender, warmUp, seconds } = options;
  const memory: number[] = [];
  const watching = setInterval(() => memory.push(server.memoryMb()), 1000);
  try {
    const sending = sender.send({
      url: `${server.url}/api/sightline/otlp/v1/traces`,
      token: 'the-benchmark',
    });
    const beat = { perSecond: readsPerSecond, seconds: warmUp };
    await load({ ...beat, ask: pages(ask) });
    await server.ask('loop');
    const cpuBefore = server.cpuMs();
    const rest = { ...beat, seconds };
    const [asPages, asDossiers] = await Promise.all([
      load({ ...rest, ask: pages(ask) }),
      load({ ...rest, ask: dossiers(ask, refs) }),
    ]);
    const loop = await server.ask<LoopWaits>('loop');
    const cpuCores = (server.cpuMs() - cpuBefore) / 1000 / seconds;
    return {
      loop,
      memory: memory.slice(Math.floor((warmUp + seconds) / 2)),
      cpuCores,
      pages: asPages.map(({ ms }) => ms),
      dossiers: asDossiers.map(({ ms }) => ms),
      failed: [...asPages, ...asDossiers].filter(({ ok }) => !ok).length,
      sent: await sending,
    };
  } finally {
    clearInterval(watching);
  }
};

const figuresOf = (seen: Seen, traffic: string): Figure[] => {
  const { loop, sent } = seen;
  const while_ = `at 50,000 spans/s, ${traffic}`;
  return [
    {
      figure: `event-loop p99 ${while_}`,
      value: loop.p99,
      unit: 'ms',
      bar: '< 20',
    },
    {
      figure: `event loop held longest ${while_}`,
      value: loop.longest,
      unit: 'ms',
    },
    ...(loop.longestWork === undefined
      ? []
      : [
          {
            figure: `event loop held longest, processor time, ${while_}`,
            value: loop.longestWork,
            unit: 'ms',
          },
        ]),
    {
      figure: `page p99 ${while_}`,
      value: percentile(seen.pages, 0.99),
      unit: 'ms',
    },
    {
      figure: `dossier p99 ${while_}`,
      value: percentile(seen.dossiers, 0.99),
      unit: 'ms',
    },
    { figure: `answer to a sender p99 ${while_}`, value: sent.p99, unit: 'ms' },
    {
      figure: `spans refused ${while_}`,
      value: sent.refused / (sent.refused + sent.taken),
      unit: 'share',
      bar: '= 0',
    },
    { figure: `cores used ${while_}`, value: seen.cpuCores, unit: 'cores' },
    {
      figure: `failed requests ${while_}`,
      value: seen.failed,
      unit: 'count',
      bar: '= 0',
    },
  ];
};

const memoryFigures = (
  { memory }: Seen,
  { seconds, warmUp }: Stretch,
): Figure[] => [
  {
    figure: `memory with 50,000 edges, after ${warmUp + seconds} s`,
    value: percentile(memory, 1),
    unit: 'MB',
  },
  {
    figure: 'memory with 50,000 edges, growth in the second half',
    value: slope(memory) * 60,
    unit: 'MB/min',
  },
];
