import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './accessibility.ts';
import { openUntil } from './openUntil.ts';
import { takePicture, takePictures } from './pictures.ts';
import { signInAsGuest, visitPortal, type Visit } from './visitPortal.ts';

let visit: Visit;

before(async () => {
  visit = await visitPortal();
  await signInAsGuest(visit);
  // On a busy machine the last services may come a moment after the portal is up.
  await openUntil(visit, '/sightline', {
    shown: visit.page.getByText(/28 of 28 services/),
    what: 'the 28 services of Harbour',
  });
});
after(() => visit.leave());

const isAccessible = async (path: string, text: string) => {
  await visit.open(path);
  await visit.page.getByText(text).first().waitFor();
  await assertAccessible(visit);
};

const service = (name: string) =>
  visit.page.getByRole('link', { name }).first().waitFor();

test('the portal opens on the Fleet, with the services of Harbour', async () => {
  const { page } = visit;
  await page.waitForURL(/\/sightline$/);
  const visible = async () => {
    await service('Cart');
    await service('Edge Gateway');
    await page.getByText(/of 28 services/).waitFor();
  };
  await visible();
  await takePictures({ visit, name: 'fleet', visible });
});

test('typing narrows the Fleet, and the address says what is seen', async () => {
  const { page } = visit;
  await page.keyboard.press('/');
  await page.keyboard.type('ledger');
  await page.waitForURL(/q=ledger/);
  await service('Ledger Exports');
  await page.getByText(/of 28 services/).waitFor();
  await page.getByRole('link', { name: 'Edge Gateway' }).waitFor({
    state: 'detached',
  });
});

test('a service opens with its owner, its tier and what it leans on', async () => {
  const { page } = visit;
  await visit.open('/sightline');
  await page.locator('a[href$="/component/payments"]').first().click();
  await page.waitForURL(/\/catalog\/default\/component\/payments/);
  const visible = async () => {
    await page.getByRole('region', { name: 'Dependencies' }).waitFor();
    await page.getByText('T0', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'fraud' }).first().waitFor();
    await page.getByText('payment-service').first().waitFor();
  };
  await visible();
  await takePictures({ visit, name: 'service', visible });
});

test('the sources say how they are', async () => {
  await visit.open('/sightline/sources');
  const visible = async () => {
    await visit.page.getByText('Software catalog').first().waitFor();
    await visit.page
      .getByText(/Answered/)
      .first()
      .waitFor();
  };
  await visible();
  await takePictures({ visit, name: 'sources', visible });
});

test('dark mode is chosen in the settings and stays', async () => {
  const { page } = visit;
  await visit.open('/settings');
  await page.locator('button[value="dark"]').click();
  await takePicture(visit, 'settings-dark');
  await page.reload();
  await page.locator('[data-theme-mode="dark"]').first().waitFor();
  await page.locator('button[value="dark"][aria-pressed="true"]').waitFor();
});

for (const [path, text] of [
  ['/sightline', 'Edge Gateway'],
  ['/sightline/sources', 'Software catalog'],
  ['/sightline/map', 'No call was seen'],
  ['/catalog/default/component/payments', 'Payments database'],
  ['/settings', 'Theme'],
]) {
  test(`${path} has no serious accessibility violation in the dark`, () =>
    isAccessible(path, text));
}

test('nothing on the way was an error', () => {
  assert.deepEqual(visit.complaints, []);
});
