import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildApp } from '../build/buildApp.ts';
import { lastComplaints } from '../start/backendLog.ts';
import { findFreePort } from '../start/freePort.ts';
import { firstToEnd, startPortal, type Portal } from '../start/portal.ts';
import { waitUntilReady } from '../start/readiness.ts';
import { addressesOf, findTownPorts } from '../town/townPorts.ts';
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

/** Where all is, for those who click. */
type Stage = { portal: Portal; clusters: string };

async function runTests(options: {
  context: StepContext;
  stage: Stage;
  chromium: string;
}): Promise<StepResult> {
  const { context, stage, chromium } = options;
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
    env: {
      SIGHTLINE_URL: stage.portal.url,
      SIGHTLINE_SENDER_TOKEN: stage.portal.senderToken,
      SIGHTLINE_TOWN_KUBERNETES: stage.clusters,
      CHROMIUM_PATH: chromium,
    },
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

/** Harbour as its metrics, broker and clusters tell it, from before the portal asks. */
async function startHarbour({ launch }: StepContext) {
  const ports = await findTownPorts();
  const { prometheus, pact, kubernetes } = ports;
  const { stop } = launch.family.spawn({
    command: [
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      join(launch.root, 'e2e/src/town/harbour.ts'),
      ...[prometheus, pact, kubernetes].map(String),
    ],
    cwd: launch.root,
  });
  return { addresses: addressesOf(ports), stop };
}

/** A portal of its own: a free port, a fresh database, gone afterwards. */
async function onFreshPortal(
  context: StepContext,
  use: (stage: Stage) => Promise<StepResult>,
): Promise<StepResult> {
  const { launch, show } = context;
  const data = join(launch.root, '.local/browser-data');
  // An interrupted run may have left its own.
  rmSync(data, { recursive: true, force: true });
  const log = join(launch.root, '.local/logs/browser-portal.log');
  rmSync(log, { force: true });
  const lines: string[] = [];
  const harbour = await startHarbour(context);
  const portal = startPortal({
    root: launch.root,
    port: await findFreePort(),
    town: harbour.addresses,
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
    if (readiness === 'serving') {
      const { kubernetes: clusters } = harbour.addresses;
      return await use({ portal, clusters });
    }
    const output = [`The portal did not come up: ${readiness}`];
    return { ok: false, output: output.concat(lastComplaints(lines)) };
  } finally {
    const children = portal.processes.map(({ child }) => child);
    await Promise.all([harbour, ...children].map(child => child.stop()));
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
    return onFreshPortal(context, stage =>
      runTests({ context, stage, chromium }),
    );
  },
};
