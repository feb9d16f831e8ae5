import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Page } from 'playwright-core';
import { framesWhile } from './harness/framesWhile';
import { launchChromium } from './harness/launchChromium';
import { Figure, report } from './harness/report';
import { spawnServer } from './harness/spawnServer';
import { median, percentile } from './harness/statistics';
import { fleetMap, serviceMap } from './worlds/mapAnswers';

/*
 * The built portal in a real browser, with answers made up here: what is
 * measured is laying out and drawing. What the backend takes to answer is
 * measured where its questions are.
 */
const rounds = process.argv.includes('--full') ? 10 : 5;
const SERVICES = { nodes: 150, edges: 400 };
const FLEET = 5_000;

const answerMaps = (page: Page) =>
  page.route('**/api/sightline/v1/calls/map?*', route => {
    const query = new URL(route.request().url()).searchParams;
    const edges = Number(query.get('edges') ?? 400);
    return route.fulfill({
      json:
        query.get('groupBy') === 'none'
          ? serviceMap(SERVICES.nodes, edges)
          : fleetMap(FLEET, edges),
    });
  });

/** From the address to the last node that is drawn. */
const open = async (page: Page, address: string): Promise<number> => {
  const begun = performance.now();
  await page.goto(address);
  await page.locator('svg [data-node]').last().waitFor();
  return performance.now() - begun;
};

/** From asking the worker to its answer, with its start, as the page measured it. */
const layoutTime = (page: Page): Promise<number> =>
  page.evaluate(
    () => performance.getEntriesByName('sightline map layout')[0].duration,
  );

const pan = async (page: Page) => {
  await page.mouse.move(500, 500);
  await page.mouse.down();
  for (let n = 0; n < 90; n++) {
    await page.mouse.move(500 + ((n * 11) % 300), 500 - ((n * 7) % 160));
    await page.waitForTimeout(15);
  }
  await page.mouse.up();
};

const zoom = async (page: Page) => {
  await page.mouse.move(700, 480);
  for (let n = 0; n < 70; n++) {
    await page.mouse.wheel(0, n % 35 < 18 ? -90 : 90);
    await page.waitForTimeout(20);
  }
};

const hover = async (page: Page) => {
  for (let n = 0; n < 70; n++) {
    await page.mouse.move(320 + n * 12, 320 + ((n * 37) % 400));
    await page.waitForTimeout(20);
  }
};

type Seen = Record<'layout' | 'pan' | 'zoom' | 'hover' | 'fleet', number[]>;

const look = async (url: string): Promise<Seen> => {
  const seen: Seen = { layout: [], pan: [], zoom: [], hover: [], fleet: [] };
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    });
    await answerMaps(page);
    await page.goto(url);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: 'Settings' }).waitFor();
    for (let round = 0; round < rounds; round++) {
      seen.fleet.push(await open(page, `${url}/sightline/map`));
      await open(
        page,
        `${url}/sightline/map?group=none&edges=${SERVICES.edges}`,
      );
      seen.layout.push(await layoutTime(page));
      seen.pan.push(await framesWhile(page, () => pan(page)));
      seen.zoom.push(await framesWhile(page, () => zoom(page)));
      seen.hover.push(await framesWhile(page, () => hover(page)));
    }
  } finally {
    await browser.close();
  }
  return seen;
};

const size = `${SERVICES.nodes} nodes / ${SERVICES.edges} edges`;

const figuresOf = (seen: Seen): Figure[] => [
  {
    figure: `layout, ${size}, in the worker of the page, median`,
    value: median(seen.layout),
    unit: 'ms',
    bar: '< 500',
  },
  {
    figure: `layout, ${size}, worst`,
    value: percentile(seen.layout, 1),
    unit: 'ms',
  },
  ...(['pan', 'zoom', 'hover'] as const).map(what => ({
    figure: `frames per second, ${what}, ${size}, median`,
    value: median(seen[what]),
    unit: '1/s',
    bar: '>= 50',
  })),
  {
    figure: `open, ${FLEET} services collapsed by system, median`,
    value: median(seen.fleet),
    unit: 'ms',
    bar: '< 2000',
  },
  {
    figure: `open, ${FLEET} services collapsed by system, worst`,
    value: percentile(seen.fleet, 1),
    unit: 'ms',
  },
];

const main = async () => {
  if (!existsSync('packages/app/dist/index.html')) {
    throw new Error('There is no built app yet; `npm start` builds it');
  }
  const server = await spawnServer('fleetServer.ts', {
    BENCH_APP: 'yes',
    BENCH_SERVICES: '100',
    BENCH_DATA: mkdtempSync(join(tmpdir(), 'map-page-')),
  });
  try {
    report('map', figuresOf(await look(server.url)));
  } finally {
    await server.stop();
  }
};

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
