import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundleBackend } from './__testUtils__/bundleBackend';
import { json, protobuf } from './__testUtils__/post';
import { requestOfSpans } from './__testUtils__/spans';

const token = 'a-token-of-a-collector';

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

describe('the published package in an adopter’s backend', () => {
  jest.setTimeout(300_000);

  const bundle = bundleBackend();
  let child: ChildProcess;
  let url: string;
  const lines: string[] = [];
  let heard = () => {};
  const until = (isSo: () => boolean) =>
    new Promise<void>(resolve => {
      heard = () => {
        if (isSo()) resolve();
      };
      heard();
    });

  beforeAll(async () => {
    const baseUrl = `http://127.0.0.1:${await freePort()}`;
    url = `${baseUrl}/api/sightline/otlp/v1/traces`;
    const config = {
      app: { baseUrl },
      backend: {
        baseUrl,
        listen: baseUrl.replace('http://', ''),
        database: { client: 'better-sqlite3', connection: ':memory:' },
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token, subject: 'collector' },
              accessRestrictions: [{ plugin: 'sightline' }],
            },
          ],
        },
      },
      sightline: {
        otlp: {
          folder: join(bundle.folder, 'otlp'),
          pairing: { within: '200ms' },
          reportEvery: '100ms',
        },
      },
    };
    writeFileSync(join(bundle.folder, 'config.json'), JSON.stringify(config));
    // Without anything that compiles: as it is installed, it runs.
    child = spawn(process.execPath, [bundle.main, '--config', 'config.json'], {
      cwd: bundle.folder,
      env: { PATH: process.env.PATH, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: child.stdout! }).on('line', line => {
      lines.push(line);
      heard();
    });
    await until(() => lines.some(line => line.includes('complete')));
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    bundle.remove();
  });

  const send = (authorization: string, headers: Record<string, string>) =>
    fetch(url, {
      method: 'POST',
      body: requestOfSpans(0, 3),
      headers: { authorization, ...headers },
    });

  it('counts in its worker thread what a Collector with a static token sends', async () => {
    const answer = await send(`Bearer ${token}`, json);
    expect([answer.status, await answer.text()]).toEqual([200, '{}']);
    await until(() => lines.includes('edges counted: 1'));
  });

  it('says no in the words of OTLP', async () => {
    const answer = await send('Bearer of-nobody', protobuf);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toBe('application/x-protobuf');
  });

  it('leaves its folder to the next when it is stopped', async () => {
    const lock = join(bundle.folder, 'otlp/in-use.json');
    expect(existsSync(lock)).toBe(true);
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(readdirSync(join(bundle.folder, 'otlp')).sort()).toEqual([
      'checkpoint.json',
      'segments',
    ]);
  });
});
