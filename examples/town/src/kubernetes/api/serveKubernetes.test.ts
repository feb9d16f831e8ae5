import { incidents, truth } from '../../__testUtils__/harbour.ts';
import type { Outage } from '../../engine/traffic.ts';
import type { Served } from '../../serving/listenHere.ts';
import { START } from '../__testUtils__/clusters.ts';
import { watchLines } from '../__testUtils__/watchLines.ts';
import { createClusters } from '../startKubernetes.ts';
import { serveKubernetes } from './serveKubernetes.ts';

const EU = '/k8s/clusters/harbour-eu1';
const outages: Outage[] = [];
let nowMs = START;
const clusters = createClusters({
  ...{ truth, outages, startMs: START },
  nowMs: () => nowMs,
});
const eu = clusters.get('harbour-eu1')!;

let served: Served;
beforeAll(async () => {
  served = await serveKubernetes({ port: 0, clusters });
});
afterAll(() => served.close());

const ask = async (path: string, init?: RequestInit) => {
  const answer = await fetch(`${served.url}${path}`, init);
  const text = await answer.text();
  const body = text.startsWith('{') ? JSON.parse(text) : text;
  return { status: answer.status, body };
};
const listed = async (path: string) => {
  const { body } = await ask(`${EU}${path}`);
  return body.items.map((one: any) => one.metadata.name);
};

const pass = (ms: number) => {
  nowMs += ms;
  eu.refresh();
};

it('answers only who shows its token, if it has one', async () => {
  const closed = await serveKubernetes({ port: 0, token: 'harbour', clusters });
  const statusWith = async (authorization?: string) => {
    const headers = authorization ? { authorization } : undefined;
    const { status } = await fetch(`${closed.url}${EU}/version`, { headers });
    return status;
  };
  expect([
    await statusWith('Bearer harbour'),
    await statusWith('Bearer harbours'),
    await statusWith(),
  ]).toEqual([200, 401, 401]);
  closed.close();
});

it.each([
  '/healthz',
  '/version',
  '/api',
  '/apis',
  '/api/v1',
  '/apis/apps/v1',
  '/apis/batch',
])('tells what there is at %s', async path => {
  expect((await ask(`${EU}${path}`)).status).toBe(200);
});

it.each([
  ['/apis/argoproj.io/v1alpha1', 404],
  ['/apis/argoproj.io/v1alpha1/rollouts', 404],
  ['/api/v1/secrets', 404],
  ['/apis/v1/pods', 404],
  ['/api/v1/namespaces/shop/pods/nobody', 404],
  ['/api/v1/pods?fieldSelector=spec.color=red', 400],
  ['/api/v1/pods?limit=all', 400],
  ['/api/v1/pods?continue=nonsense', 400],
  ['/api/v1/pods?watch=true&resourceVersion=first', 400],
  ['/api/v1/pods?watch=true&sendInitialEvents=true', 422],
])('refuses %s, with a Status', async (path, status) => {
  const answer = await ask(`${EU}${path}`);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ kind: 'Status', code: status });
});

it('knows its clusters, and can only be read', async () => {
  const { status, body } = await ask('/k8s/clusters/atlantis/version');
  expect([status, body.message]).toEqual([
    404,
    'there is no cluster here, but at /k8s/clusters/harbour-eu1, /k8s/clusters/harbour-us1',
  ]);
  const path = `${EU}/apis/apps/v1/namespaces/checkout/deployments/cart`;
  expect((await ask(path, { method: 'DELETE' })).status).toBe(405);
  expect((await ask(path)).body.metadata.name).toBe('cart');
});

it('lists by namespace, labels and fields', async () => {
  const discovery = '/apis/apps/v1/namespaces/discovery/deployments';
  expect(await listed(discovery)).toEqual(['catalog-api', 'reviews', 'search']);
  const cart = '/api/v1/pods?labelSelector=app.kubernetes.io%2Fname%3Dcart';
  expect(await listed(cart)).toHaveLength(3);
  const done = '/api/v1/pods?fieldSelector=status.phase%3DSucceeded';
  expect(await listed(done)).toHaveLength(6);
  const { body } = await ask(`${EU}${discovery}`);
  expect(body).toMatchObject({ kind: 'DeploymentList', apiVersion: 'apps/v1' });
  expect(body.items[0]).not.toHaveProperty('kind');
});

it('lists in pages, all as of the first one', async () => {
  const all = await listed('/api/v1/pods');
  const found: string[] = [];
  const versions = new Set<string>();
  let next = '';
  do {
    const page = `${EU}/api/v1/pods?limit=20&continue=${next}`;
    const { metadata, items } = (await ask(page)).body;
    found.push(...items.map((one: any) => one.metadata.name));
    versions.add(metadata.resourceVersion);
    next = metadata.continue ?? '';
    pass(1000);
  } while (next);
  expect(found).toEqual(all);
  expect(versions.size).toBe(1);
});

it('watches from a list on: what changes, comes and goes', async () => {
  const { body } = await ask(`${EU}/apis/batch/v1/jobs`);
  const watch = await watchLines(
    `${served.url}${EU}/apis/batch/v1/jobs?watch=1&resourceVersion=${body.metadata.resourceVersion}`,
  );
  pass(5 * 60_000);
  const heard = [await watch.next(), await watch.next()];
  expect(heard.map(({ type, object }) => [type, object.kind])).toEqual([
    ['ADDED', 'Job'],
    ['DELETED', 'Job'],
  ]);
  watch.leave();
});

it('tells of what was selected, and of nothing else', async () => {
  const incident = incidents.find(({ id }) => id === 'ledger-down')!;
  const version = eu.version();
  const watch = await watchLines(
    `${served.url}${EU}/api/v1/events?watch=true&fieldSelector=involvedObject.namespace%3Dmoney&resourceVersion=${version}`,
  );
  const fromMicros = nowMs * 1000;
  outages.push({ incident, fromMicros, toMicros: fromMicros + 300e6 });
  pass(16_000);
  expect(await watch.next()).toMatchObject({
    type: 'ADDED',
    object: { kind: 'Event', involvedObject: { namespace: 'money' } },
  });
  watch.leave();
});

it('begins with all there is, for who knows no version', async () => {
  const watch = await watchLines(
    `${served.url}${EU}/apis/apps/v1/statefulsets?watch=true&timeoutSeconds=1`,
  );
  const names = [];
  for (let line = await watch.next(); line; line = await watch.next()) {
    names.push(`${line.type} ${line.object.metadata.name}`);
  }
  expect(names).toEqual(['ADDED wms', 'ADDED identity', 'ADDED ledger']);
});

it('has forgotten what was before it began', async () => {
  const watch = await watchLines(
    `${served.url}${EU}/api/v1/pods?watch=true&resourceVersion=12345`,
  );
  expect(await watch.next()).toMatchObject({
    type: 'ERROR',
    object: { kind: 'Status', code: 410, reason: 'Expired' },
  });
  expect(await watch.next()).toBeUndefined();
  const token = Buffer.from('{"version":12345,"after":""}').toString(
    'base64url',
  );
  expect((await ask(`${EU}/api/v1/pods?continue=${token}`)).status).toBe(410);
});
