import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const DESKTOP = { width: 1280, height: 900 };

const url = process.env.SIGHTLINE_URL ?? 'http://localhost:7007';

function findChromium(): string {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = candidates.find(path => path && existsSync(path));
  if (!found) throw new Error('no Chromium: give its path in CHROMIUM_PATH');
  return found;
}

function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      // CI and containers run as root, where Chromium's sandbox refuses to work.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Collects what a visitor's browser complains about: errors and whatever could not be loaded. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(error.message));
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left while it loads: nobody waits for that answer any more.
    if (reason !== 'net::ERR_ABORTED') {
      complaints.push(`${request.url()}: ${reason}`);
    }
  });
  page.on('response', response => {
    if (response.status() >= 400) {
      complaints.push(`${response.url()} answered ${response.status()}`);
    }
  });
  return complaints;
}

export type Visit = {
  page: Page;
  /** console errors, uncaught exceptions and failed requests since the visit began */
  complaints: string[];
  /** Opens a path of the portal, such as `/settings`. */
  open(path: string): Promise<void>;
  leave(): Promise<void>;
};

/** A fresh browser that knows nothing of earlier visits. */
export async function visitPortal(): Promise<Visit> {
  const browser = await launchBrowser();
  const page = await browser.newPage({
    viewport: DESKTOP,
    reducedMotion: 'reduce',
  });
  return {
    page,
    complaints: collectComplaints(page),
    open: async path => {
      await page.goto(`${url}${path}`);
    },
    leave: () => browser.close(),
  };
}

export async function signInAsGuest(visit: Visit): Promise<void> {
  await visit.open('/');
  await visit.page.getByRole('button', { name: 'Enter' }).click();
  await visit.page.getByRole('link', { name: 'Settings' }).waitFor();
}
