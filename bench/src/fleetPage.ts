import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Page } from 'playwright-core';
import { framesWhile } from './harness/framesWhile';
import { launchChromium } from './harness/launchChromium';
import { Figure, report } from './harness/report';
import { spawnServer } from './harness/spawnServer';
import { median, percentile } from './harness/statistics';

const rounds = 5;
const typed = 'ledger gateway of region';

const rows = (page: Page) => page.locator('[role=row] a[href*="/component/"]');

/** From the address to the first rows, with a backend that is warm. */
const firstRows = async (page: Page, url: string): Promise<number> => {
  const begun = performance.now();
  await page.goto(`${url}/sightline`);
  await rows(page).first().waitFor();
  return performance.now() - begun;
};

/** Frames drawn a second while the wheel turns as a hand turns it. */
const scroll = async (page: Page): Promise<number> => {
  await page.mouse.move(700, 600);
  return framesWhile(page, async () => {
    for (let n = 0; n < 60; n++) {
      await page.mouse.wheel(0, 100);
      await page.waitForTimeout(33);
    }
  });
};

/** Keys that did not arrive, while answers to earlier keys come in. */
const lostKeys = async (page: Page): Promise<number> => {
  await page.keyboard.press('/');
  await page.keyboard.type(typed, { delay: 25 });
  const value = await page.locator('input:focus').inputValue();
  return value === typed ? 0 : typed.length - value.length || typed.length;
};

const measure = async (url: string): Promise<Figure[]> => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    });
    await page.goto(url);
    await page.getByRole('button', { name: 'Enter' }).click();
    await rows(page).first().waitFor();

    const opened: number[] = [];
    const frames: number[] = [];
    let lost = 0;
    for (let round = 0; round < rounds; round++) {
      opened.push(await firstRows(page, url));
      frames.push(await scroll(page));
      lost += await lostKeys(page);
    }
    return [
      {
        figure: 'first rows, 10,000 services, median',
        value: median(opened),
        unit: 'ms',
        bar: '< 1500',
      },
      { figure: 'first rows, worst', value: percentile(opened, 1), unit: 'ms' },
      {
        figure: 'frames while scrolling, median',
        value: median(frames),
        unit: '1/s',
        bar: '>= 50',
      },
      {
        figure: 'frames while scrolling, worst',
        value: Math.min(...frames),
        unit: '1/s',
      },
      {
        figure: 'keys lost while typing',
        value: lost,
        unit: 'count',
        bar: '= 0',
      },
    ];
  } finally {
    await browser.close();
  }
};

const main = async () => {
  if (!existsSync('packages/app/dist/index.html')) {
    throw new Error('There is no built app yet; `npm start` builds it');
  }
  const server = await spawnServer('fleetServer.ts', {
    BENCH_APP: 'yes',
    BENCH_SERVICES: '10000',
    BENCH_DATA: mkdtempSync(join(tmpdir(), 'fleet-page-')),
  });
  try {
    report('fleetPage', await measure(server.url));
  } finally {
    await server.stop();
  }
};

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
