import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import type { Visit } from './visitPortal.ts';

type KnownViolation = { rule: string; reason: string };

/** In what Backstage draws around our pages and cards. */
const knownInBackstage: KnownViolation[] = [
  {
    rule: 'aria-progressbar-name',
    reason: 'the card of relations does not say what it waits for',
  },
  {
    rule: 'aria-valid-attr-value',
    reason: 'tabs of Backstage UI name a panel that the router draws elsewhere',
  },
  {
    rule: 'nested-interactive',
    reason: 'the headers of Backstage’s tables are sorted and dragged alike',
  },
];

/** The serious and critical violations of the page that is open, one line each. */
async function seriousViolations(visit: Visit): Promise<string[]> {
  await visit.page.evaluate(axe.source);
  const results = await visit.page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  const excused = knownInBackstage.map(({ rule }) => rule);
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .filter(({ id }) => !excused.includes(id))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`),
    );
}

/** Nobody is kept out of the page that is open. */
export const assertAccessible = async (visit: Visit): Promise<void> =>
  assert.deepEqual(await seriousViolations(visit), []);
