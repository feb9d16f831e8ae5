import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  failuresOfJest,
  skippedByJest,
  tallyOfJest,
  type JestReport,
} from './jestReport.ts';
import { openTestPostgres } from './postgres/openTestPostgres.ts';
import { runTool } from './runTool.ts';
import type { Step, StepContext, StepResult } from './Step.ts';
import { add, nothing } from './tally.ts';

const MAX_WORKERS = 4;
const SHOWN_LINES = 200;

async function runJest(
  context: StepContext,
  env: Record<string, string>,
): Promise<StepResult> {
  const { launch, show, paths } = context;
  const reportFile = join(launch.root, '.local/logs/jest.json');
  rmSync(reportFile, { force: true });
  let suites = 0;
  const { ok, lines } = await runTool({
    launch,
    command: [
      'node_modules/@backstage/cli/bin/backstage-cli',
      'repo',
      'test',
      // Half of the browser-like suites wait for memory, not for a processor.
      `--maxWorkers=${Math.min(availableParallelism(), MAX_WORKERS)}`,
      '--json',
      `--outputFile=${reportFile}`,
      ...paths,
    ],
    // Without it, the CLI would watch files and wait for keys.
    env: { ...env, CI: '1' },
    onLine: line => {
      if (!/^(PASS|FAIL) /.test(line)) return;
      suites += 1;
      show('running the tests', `${suites} files done`);
    },
  });
  if (!existsSync(reportFile)) {
    return { ok: false, output: lines.slice(-SHOWN_LINES) };
  }
  const report: JestReport = JSON.parse(readFileSync(reportFile, 'utf8'));
  const tests = tallyOfJest(report);
  const failures = failuresOfJest(report, launch.root);
  return {
    ok,
    note: `${tests.passed + tests.failed} tests`,
    // Jest may fail as a whole, for instance on a leak after the last test.
    output: (failures.length > 0 ? failures : lines).slice(0, SHOWN_LINES),
    tests,
    skipped: skippedByJest(report),
  };
}

/** Unit and component tests; the stores on SQLite, and on PostgreSQL where there is one. */
export const unitStep: Step = {
  name: 'unit',
  title: 'unit and component tests',
  async run(context) {
    context.show('looking for PostgreSQL');
    const postgres = await openTestPostgres(context.launch);
    if ('missing' in postgres) {
      const result = await runOn(context, {});
      const tests = add(result.tests ?? nothing, { ...nothing, skipped: 1 });
      const skipped = [postgres.missing, ...(result.skipped ?? [])];
      return { ...result, tests, skipped };
    }
    try {
      return await runOn(context, postgres.env);
    } finally {
      await postgres.close();
    }
  },
};

function runOn(context: StepContext, env: Record<string, string>) {
  context.show('running the tests');
  return runJest(context, env);
}
