import { Advice } from '../Advice.ts';
import type { TestCommand } from '../arguments.ts';
import { installDependencies } from '../install/installDependencies.ts';
import type { Launch } from '../Launch.ts';
import { startProgress } from '../Progress.ts';
import { browserStep } from './browserStep.ts';
import { staticSteps } from './staticSteps.ts';
import type { Step, StepResult } from './Step.ts';
import { add, describeTally, nothing, type Tally } from './tally.ts';
import { unitStep } from './unitStep.ts';

const allSteps: Step[] = [...staticSteps, unitStep, browserStep];

/** A step that breaks is a failed step: the others still have something to say. */
function describeBreakdown(error: unknown): StepResult {
  const text =
    error instanceof Advice
      ? `${error.message}\n${error.wayOut}`
      : (error instanceof Error && error.stack) || String(error);
  return { ok: false, output: text.split('\n') };
}

async function runStep(options: {
  step: Step;
  launch: Launch;
  paths: string[];
}): Promise<Tally> {
  const { step, launch, paths } = options;
  const { out } = launch;
  const obstacle = await step.prepare?.(launch).catch(describeBreakdown);
  const progress = startProgress({ name: step.title, out });
  const result =
    obstacle ??
    (await step
      .run({ launch, paths, show: progress.show })
      .catch(describeBreakdown));
  if (launch.family.stopping) return new Promise<never>(() => {});
  if ('skippedBecause' in result) {
    progress.skipped(result.skippedBecause);
    return { ...nothing, skipped: 1 };
  }
  const note = result.note ? `, ${result.note}` : '';
  if (result.ok) {
    progress.done(`passed${note}`);
  } else {
    for (const line of result.output ?? []) out.write(`    ${line}\n`);
    progress.failed(`failed${note}`);
  }
  for (const reason of result.skipped ?? []) {
    out.write(`- skipped: ${reason}\n`);
  }
  // The step itself is one check beside the tests it ran.
  const self = result.ok ? { passed: 1 } : { failed: 1 };
  return add(result.tests ?? nothing, { ...nothing, ...self });
}

async function runSteps(options: {
  steps: Step[];
  paths: string[];
  launch: Launch;
}): Promise<number> {
  const { steps, paths, launch } = options;
  await installDependencies(launch);
  let tally = nothing;
  for (const step of steps) {
    tally = add(tally, await runStep({ step, launch, paths }));
  }
  launch.out.write(`\n${describeTally(tally)}\n`);
  return tally.failed > 0 ? 1 : 0;
}

/** `npm test` */
export function test(command: TestCommand, launch: Launch): Promise<number> {
  const { only, paths } = command;
  const steps = allSteps.filter(
    ({ name }) => only.length === 0 || only.includes(name),
  );
  return runSteps({ steps, paths, launch });
}

/** `yarn check`: what is quick enough to be asked for before every commit. */
export function check(launch: Launch): Promise<number> {
  return runSteps({ steps: staticSteps, paths: [], launch });
}
