import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { truth } from '../__testUtils__/harbour.ts';
import type { Served } from '../serving/listenHere.ts';
import { startKubernetes } from './startKubernetes.ts';

const run = promisify(execFile);

// Debian has it as kubernetes-client.
const isThere = spawnSync('kubectl', ['version', '--client']).status === 0;
const whenThere = isThere ? describe : describe.skip;

jest.setTimeout(60_000);

whenThere('kubectl (skipped where it is not installed)', () => {
  const cache = mkdtempSync(join(tmpdir(), 'town-kubectl-'));
  let served: Served;
  beforeAll(async () => {
    served = await startKubernetes({
      ...{ port: 0, truth, outages: [] },
      ...{ startMs: Date.now(), nowMs: Date.now },
    });
  });
  afterAll(() => {
    served.close();
    rmSync(cache, { recursive: true, force: true });
  });

  const kubectl = async (...args: string[]): Promise<string> => {
    const flags = [
      `--server=${served.url}/k8s/clusters/harbour-eu1`,
      ...['--kubeconfig=/dev/null', `--cache-dir=${cache}`],
    ];
    const { stdout } = await run('kubectl', [...flags, ...args], {
      timeout: 30_000,
    });
    return stdout;
  };

  it('gets the deployments of all namespaces', async () => {
    const names = await kubectl('get', 'deploy', '-A', '-o', 'name');
    const wanted = truth.services
      .flatMap(({ runs }) => runs)
      .filter(({ cluster }) => cluster === 'harbour-eu1')
      .filter(({ kind }) => kind === 'Deployment')
      .map(({ name }) => `deployment.apps/${name}`);
    expect(names.trim().split('\n').sort()).toEqual(wanted.sort());
  });

  it('takes what hangs for stuck, and the rest for rolled out', async () => {
    const status = (deployment: string, namespace: string) =>
      kubectl('rollout', 'status', `deploy/${deployment}`, '-n', namespace);
    expect(await status('cart', 'checkout')).toContain('successfully rolled');
    await expect(status('search', 'discovery')).rejects.toThrow(
      'exceeded its progress deadline',
    );
  });

  it('tells the history of a rollout', async () => {
    const history = await kubectl(
      ...['rollout', 'history', 'deploy/inventory', '-n', 'fulfilment'],
    );
    const { length } = truth.deploys.filter(
      ({ service }) => service === 'inventory',
    );
    expect(history.match(/^\d+ /gm)).toHaveLength(length);
  });
});
