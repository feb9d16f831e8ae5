import axe, { type AxeResults } from 'axe-core';
import type { Visit } from './visitPortal.ts';

type KnownViolation = { rule: string; reason: string };

/** In what Backstage draws around our pages and cards. */
export const knownInBackstage: KnownViolation[] = [
  {
    rule: 'aria-valid-attr-value',
    reason: 'tabs of Backstage UI name a panel that the router draws elsewhere',
  },
  {
    rule: 'nested-interactive',
    reason: 'the headers of Backstage’s tables are sorted and dragged alike',
  },
];

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
