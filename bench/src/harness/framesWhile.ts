import { Page } from 'playwright-core';

/** Frames drawn a second while something is done with the page. */
export const framesWhile = async (
  page: Page,
  work: () => Promise<void>,
): Promise<number> => {
  await page.evaluate(() => {
    const seen = { frames: 0, since: performance.now(), next: 0 };
    Object.assign(window, { seen });
    const count = () => {
      seen.frames += 1;
      seen.next = requestAnimationFrame(count);
    };
    seen.next = requestAnimationFrame(count);
  });
  await work();
  return page.evaluate(() => {
    const { seen } = window as unknown as {
      seen: { frames: number; since: number; next: number };
    };
    cancelAnimationFrame(seen.next);
    return (seen.frames * 1000) / (performance.now() - seen.since);
  });
};
