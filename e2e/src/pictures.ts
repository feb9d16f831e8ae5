import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Visit } from './visitPortal.ts';

const folder = join(import.meta.dirname, '..', 'out');
const NARROW = { width: 375, height: 667 };

/** One picture of what is to be seen now, in e2e/out/. */
export async function takePicture(visit: Visit, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await visit.page.screenshot({ path: join(folder, `${name}.png`) });
}

/**
 * The same page in light, in dark and on a narrow screen. Works while the theme is left
 * on "auto", which follows the visitor's system. Another theme mounts the page anew:
 * `visible` waits until it is there again.
 */
export async function takePictures(options: {
  visit: Visit;
  name: string;
  visible: () => Promise<void>;
}): Promise<void> {
  const { visit, name, visible } = options;
  const { page } = visit;
  const desktop = page.viewportSize();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await visible();
    await takePicture(visit, `${name}-${colorScheme}`);
  }
  await page.setViewportSize(NARROW);
  await visible();
  await takePicture(visit, `${name}-narrow`);
  if (desktop) await page.setViewportSize(desktop);
}
