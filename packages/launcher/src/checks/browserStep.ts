import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildApp } from '../build/buildApp.ts';
import { lastComplaints } from '../start/backendLog.ts';
import { findFreePort } from '../start/freePort.ts';
import { firstToEnd, startPortal } from '../start/portal.ts';
import { waitUntilReady } from '../start/readiness.ts';
import { runTool } from './runTool.ts';
import type { Step, StepContext, StepResult } from './Step.ts';
import { readTap } from './tapReport.ts';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];
const READY_TIMEOUT_MS = 120_000;
const SHOWN_LINES = 120;

function findChromium(
  env: Record<string, string | undefined>,
): string | undefined {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  return (env.PATH ?? '')
    .split(delimiter)
    .concat('/usr/bin')
    .flatMap(folder => PROGRAMS.map(program => join(folder, program)))
    .find(existsSync);
}

async function runTests(options: {
  context: StepContext;
  url: string;
  chromium: string;
}): Promise<StepResult> {
  const { context, url, chromium } = options;
  const { launch, show } = context;
  const report = join(launch.root, '.local/logs/browser.tap');
  rmSync(report, { force: true });
  show('clicking through the portal');
  const { ok, lines } = await runTool({
    launch,
    command: [
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      'e2e/src/**/*.e2e.ts',
    ],
    env: { SIGHTLINE_URL: url, CHROMIUM_PATH: chromium },
    onLine: line => {
      if (/^[✔✖]/.test(line)) show('clicking through the portal', line);
    },
  });
  const tests = existsSync(report)
    ? readTap(readFileSync(report, 'utf8'))
    : undefined;
  return {
    ok: ok && tests !== undefined,
    note: tests && `${tests.passed + tests.failed} tests`,
    output: lines.slice(-SHOWN_LINES),
    tests,
  };
}

/** The metrics of Harbour, from before the portal asks for them. */
async function startMetrics({ launch }: StepContext) {
  const port = await findFreePort();
  const { stop } = launch.family.spawn({
    command: [
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      join(launch.root, 'e2e/src/townPrometheus.ts'),
      String(port),
    ],
    cwd: launch.root,
  });
  return { url: `http://127.0.0.1:${port}`, stop };
}

/** A portal of its own: a free port, a fresh database, gone afterwards. */
async function onFreshPortal(
  context: StepContext,
  use: (url: string) => Promise<StepResult>,
): Promise<StepResult> {
  const { launch, show } = context;
  const data = join(launch.root, '.local/browser-data');
  // An interrupted run may have left its own.
  rmSync(data, { recursive: true, force: true });
  const log = join(launch.root, '.local/logs/browser-portal.log');
  rmSync(log, { force: true });
  const lines: string[] = [];
  const metrics = await startMetrics(context);
  const portal = startPortal({
    root: launch.root,
    port: await findFreePort(),
    town: { prometheus: metrics.url },
    data,
    family: launch.family,
    log,
    onLine: line => lines.push(line),
  });
  try {
    const readiness = await Promise.race([
      firstToEnd(portal),
      waitUntilReady({ url: portal.url, timeoutMs: READY_TIMEOUT_MS, show }),
    ]);
    if (readiness === 'serving') return await use(portal.url);
    const output = [`The portal did not come up: ${readiness}`];
    return { ok: false, output: output.concat(lastComplaints(lines)) };
  } finally {
    const children = portal.processes.map(({ child }) => child);
    await Promise.all([metrics, ...children].map(child => child.stop()));
    rmSync(data, { recursive: true, force: true });
  }
}

/** The built portal in a real browser, where there is one. */
export const browserStep: Step = {
  name: 'browser',
  title: 'browser tests',
  async prepare(launch) {
    if (findChromium(process.env)) await buildApp(launch);
  },
  async run(context) {
    const chromium = findChromium(process.env);
    if (!chromium) {
      return {
        skippedBecause:
          'no Chromium found (Debian: chromium, or CHROMIUM_PATH)',
      };
    }
    return onFreshPortal(context, url => runTests({ context, url, chromium }));
  },
};
