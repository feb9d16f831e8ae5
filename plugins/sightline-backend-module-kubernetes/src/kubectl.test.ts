import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { FakeApiServer } from './__testUtils__/FakeApiServer';
import { deployment, pod } from './__testUtils__/objects';

const run = promisify(execFile);

// Debian has it as kubernetes-client; where it is not installed nothing is proved.
const isThere = spawnSync('kubectl', ['version', '--client']).status === 0;
const whenThere = isThere ? describe : describe.skip;

whenThere(
  'kubectl, with the fake API server (skipped where kubectl is not installed)',
  () => {
    let server: FakeApiServer;
    beforeAll(async () => {
      server = await FakeApiServer.start();
      server.put('deployments', deployment('payments'));
      for (let nth = 0; nth < 30; nth += 1)
        server.put('pods', pod('payments', { nth }));
    });
    afterAll(() => server.stop());

    const kubectl = async (...args: string[]) => {
      const flags = [
        `--server=${server.url}`,
        '--kubeconfig=/dev/null',
        '--cache-dir=/dev/null',
      ];
      // kubectl sends no token over http: the fake is told to know everybody.
      const { stdout } = await run('kubectl', [...flags, ...args], {
        timeout: 30_000,
      });
      return stdout;
    };

    it('lists, in pages, and gets one', async () => {
      server.anyone = true;
      const names = await kubectl(
        'get',
        'pods',
        '-n',
        'shop',
        '-o',
        'name',
        '--chunk-size=7',
      );
      expect(names.trim().split('\n')).toHaveLength(30);
      expect(server.counts.lists.pods).toBe(5);
      const one = JSON.parse(
        await kubectl(
          'get',
          'deployment',
          'payments',
          '-n',
          'shop',
          '-o',
          'json',
        ),
      );
      expect(one.status.readyReplicas).toBe(2);
    }, 60_000);

    it('takes its rollout for done', async () => {
      server.anyone = true;
      expect(
        await kubectl('rollout', 'status', 'deployment/payments', '-n', 'shop'),
      ).toContain('successfully rolled out');
    }, 60_000);
  },
);
