import type { Locator } from 'playwright-core';
import type { Visit } from './visitPortal.ts';

const PATIENCE_MS = 5_000;
const TRIES = 24;

/**
 * Opens a page until it shows what is to come: of what the portal asks outside, the first
 * answer may be as old as the portal, or a minute away.
 */
export async function openUntil(
  visit: Visit,
  path: string,
  { shown, what }: { shown: Locator; what: string },
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    await visit.open(path);
    const came = await shown.waitFor({ timeout: PATIENCE_MS }).then(
      () => true,
      () => false,
    );
    if (came) return;
  }
  throw new Error(`${path} never showed ${what}`);
}
