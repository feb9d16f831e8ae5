import { guards } from '../guards.ts';
import { runTool } from './runTool.ts';
import type { Step, StepContext, StepName, StepResult } from './Step.ts';

/** Enough to begin repairing; the rest comes with the next run. */
const SHOWN_LINES = 60;

function toolStep(options: {
  name: StepName;
  title: string;
  command: string[];
}): Step {
  return {
    name: options.name,
    title: options.title,
    async run({ launch, show }) {
      show('running');
      const { ok, lines } = await runTool({ launch, command: options.command });
      return { ok, output: lines.slice(0, SHOWN_LINES) };
    },
  };
}

/** Each guard is a check of its own; they are many and quick, so they share a step. */
async function runGuards({ launch, show }: StepContext): Promise<StepResult> {
  const tests = { passed: 0, failed: 0, skipped: 0 };
  const output: string[] = [];
  const skipped: string[] = [];
  for (const guard of guards) {
    const reason = guard.skip?.();
    if (reason !== undefined) {
      tests.skipped += 1;
      skipped.push(`${guard.name}: ${reason}`);
      continue;
    }
    show(guard.name);
    const { ok, lines } = await runTool({ launch, command: guard.command });
    tests[ok ? 'passed' : 'failed'] += 1;
    if (!ok) output.push(`${guard.name}: ${guard.what}`, ...lines);
  }
  return {
    ok: tests.failed === 0,
    note: `${guards.length} guards`,
    output: output.slice(0, 2 * SHOWN_LINES),
    tests,
    skipped,
  };
}

/** What can be said without running anything of ours. */
export const staticSteps: Step[] = [
  toolStep({
    name: 'types',
    title: 'types',
    command: ['node_modules/typescript/bin/tsc', '--pretty', 'false'],
  }),
  toolStep({
    name: 'lint',
    title: 'lint and import rules',
    command: [
      'node_modules/@backstage/cli/bin/backstage-cli',
      'repo',
      'lint',
      '--max-warnings',
      '0',
    ],
  }),
  toolStep({
    name: 'format',
    title: 'formatting',
    command: [
      'node_modules/prettier/bin-prettier.js',
      '--check',
      '--loglevel',
      'warn',
      '.',
    ],
  }),
  { name: 'guards', title: 'guard rails', run: runGuards },
];
