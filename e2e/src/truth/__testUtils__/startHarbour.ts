import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const root = join(__dirname, '../../../..');
/** Opens the portal to who sends, and the clusters to the portal. */
export const HARBOUR_TOKEN = 'the-truth-and-nothing-else';
const LIMIT_MS = 120_000;

/** A caller and whom it calls, as the store of calls has them. */
export type StoredEdge = {
  caller: StoredNode;
  callee: StoredNode;
  protocol: string;
  mode: string;
  evidence: string;
  calls: number;
  /** what there would be without sampling */
  estimated: number;
};
export type StoredNode = {
  kind: string;
  environment: string;
  namespace: string;
  name: string;
};

export type Harbour = {
  /** where traces are sent to */
  endpoint: string;
  token: string;
  /** what the API answers; the path begins with `/v1/` */
  ask(path: string): Promise<any>;
  /** all that was counted, operations and minutes added up */
  edges(): StoredEdge[];
  /** calls were seen so much longer ago: nobody may tell of them an hour late */
  seenEarlier(byMs: number): void;
  /** resolves when all that was sent before is counted */
  allIsCounted(): Promise<void>;
  stop(): Promise<void>;
};

/** Where the portal finds others; who is left out is not asked. */
export type Neighbours = {
  /** metrics: without them nobody measures anything */
  prometheus?: string;
  /** a broker of contracts */
  pact?: string;
  /** clusters, which want to be shown `HARBOUR_TOKEN` */
  kubernetes?: string;
};

/** A portal's backend with the catalog of Harbour, and nothing seen yet. */
export async function startHarbour(
  neighbours: Neighbours = {},
): Promise<Harbour> {
  const data = mkdtempSync(join(tmpdir(), 'harbour-'));
  const port = await freePort();
  const child = spawnBackend({ data, port, neighbours });
  const base = `http://127.0.0.1:${port}/api/sightline`;
  const endpoint = `${base}/otlp/v1/traces`;
  const authorization = `Bearer ${HARBOUR_TOKEN}`;
  const ask = async (path: string) => {
    const answer = await fetch(`${base}${path}`, {
      headers: { authorization },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  const edges = () => readEdges(join(data, 'sightline.sqlite'));
  const stop = async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) {
      await once(child, 'exit');
    }
    rmSync(data, { recursive: true, force: true });
  };
  await until('the services are there', async () => {
    if (child.exitCode !== null) throw new Error('the backend ended');
    const page = await ask('/v1/services?limit=1').catch(() => undefined);
    return page?.total >= 28;
  }).catch(async error => {
    await stop();
    throw error;
  });
  return {
    endpoint,
    token: HARBOUR_TOKEN,
    ask,
    edges,
    stop,
    seenEarlier: byMs => seeEarlier(join(data, 'sightline.sqlite'), byMs),
    async allIsCounted() {
      await sendLastWord({ endpoint, authorization });
      await until('the last word is counted', async () =>
        edges().some(isLastWord),
      );
    },
  };
}

const LAST = 'the-last-word';
export const isLastWord = ({ callee }: StoredEdge) => callee.name === LAST;

/** Batches are counted in the order in which they came: after this one, so are those before. */
async function sendLastWord(options: {
  endpoint: string;
  authorization: string;
}) {
  const { endpoint, authorization } = options;
  const now = `${Date.now()}000000`;
  const span = {
    ...{ traceId: 'f'.repeat(32), spanId: 'f'.repeat(16), kind: 2 },
    ...{ name: 'end', startTimeUnixNano: now, endTimeUnixNano: now },
  };
  const attributes = [{ key: 'service.name', value: { stringValue: LAST } }];
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({
      resourceSpans: [
        { resource: { attributes }, scopeSpans: [{ spans: [span] }] },
      ],
    }),
  });
  if (!answer.ok) throw new Error(`the last word: ${answer.status}`);
}

function seeEarlier(file: string, byMs: number) {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  database
    .prepare('update calls_edge set first_seen = first_seen - ?')
    .run(byMs);
  database.close();
}

function readEdges(file: string): StoredEdge[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const nodes = new Map(
    database
      .prepare('select * from calls_node')
      .all()
      .map(({ id, kind, environment, namespace, name }) => [
        id,
        { kind, environment, namespace, name } as StoredNode,
      ]),
  );
  const rows = database
    .prepare(
      `select caller, callee, protocol, mode, evidence, sum(calls) as calls,
              sum(estimated) as estimated
         from calls_edge join calls_bucket on calls_bucket.edge = calls_edge.id
        group by caller, callee, protocol, mode, evidence`,
    )
    .all();
  database.close();
  return rows.map(
    ({ caller, callee, ...edge }) =>
      ({
        ...edge,
        caller: nodes.get(caller),
        callee: nodes.get(callee),
      } as StoredEdge),
  );
}

function spawnBackend(options: {
  data: string;
  port: number;
  neighbours: Neighbours;
}): ChildProcess {
  const { prometheus, pact, kubernetes } = options.neighbours;
  return spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, 'harbourBackend.ts'),
    ],
    {
      env: {
        ...process.env,
        NODE_ENV: 'development',
        NODE_OPTIONS: '',
        LOG_LEVEL: 'error',
        HARBOUR_PORT: String(options.port),
        HARBOUR_DATA: options.data,
        HARBOUR_TOKEN,
        HARBOUR_CATALOG: join(root, 'catalog-info/all.yaml'),
        ...(prometheus && { HARBOUR_PROMETHEUS: prometheus }),
        ...(pact && { HARBOUR_PACT: pact }),
        ...(kubernetes && { HARBOUR_KUBERNETES: kubernetes }),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}

/** Asks again until it holds; the limit only ends a test that would fail anyway. */
export async function until(what: string, holds: () => Promise<boolean>) {
  const limit = Date.now() + LIMIT_MS;
  while (!(await holds())) {
    if (Date.now() > limit) {
      throw new Error(`${LIMIT_MS} ms passed and still not: ${what}`);
    }
    await new Promise(done => setTimeout(done, 200));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
