import axe, { type AxeResults } from 'axe-core';
import type { Visit } from './visitPortal.ts';

export type KnownViolation = { rule: string; reason: string };

/**
 * The serious and critical violations of the page that is open, one line each. `known`
 * lists what is not ours to repair, each with the reason.
 */
export async function seriousViolations(
  visit: Visit,
  known: KnownViolation[] = [],
): Promise<string[]> {
  await visit.page.evaluate(axe.source);
  const results = await visit.page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  const excused = known.map(({ rule }) => rule);
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .filter(({ id }) => !excused.includes(id))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`),
    );
}
