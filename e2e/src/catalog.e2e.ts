import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seriousViolations, type KnownViolation } from './accessibility.ts';
import { takePicture, takePictures } from './pictures.ts';
import { signInAsGuest, visitPortal, type Visit } from './visitPortal.ts';

/** Pages that are Backstage's own; the side bar and the colours in them are ours. */
const knownInBackstage: KnownViolation[] = [
  {
    rule: 'aria-valid-attr-value',
    reason: 'tabs of Backstage UI name a panel that the router draws elsewhere',
  },
  {
    rule: 'nested-interactive',
    reason: 'the headers of Backstage’s tables are sorted and dragged alike',
  },
];

let visit: Visit;

before(async () => {
  visit = await visitPortal();
  await signInAsGuest(visit);
});
after(() => visit.leave());

test('a guest sees the services of Harbour in the catalog', async () => {
  const { page } = visit;
  const visible = async () => {
    await page
      .getByText(/^All Components/)
      .first()
      .waitFor();
    for (const name of ['Cart', 'Edge Gateway']) {
      await page.getByRole('link', { name, exact: true }).waitFor();
    }
  };
  await page.getByTestId('user-picker-all').click();
  await visible();
  await takePictures({ visit, name: 'catalog', visible });
});

test('a service opens with its owner and its system', async () => {
  const { page } = visit;
  const visible = async () => {
    await page.getByText('About', { exact: true }).first().waitFor();
    for (const target of ['group/', 'system/checkout']) {
      const link = page.locator(`a[href*="/catalog/default/${target}"]`);
      await link.first().waitFor();
    }
  };
  await visit.open('/?filters[kind]=component&filters[user]=all');
  await page.getByRole('link', { name: 'Cart', exact: true }).click();
  await page.waitForURL(/\/catalog\/default\/component\/cart/);
  await visible();
  await takePictures({ visit, name: 'service', visible });
});

test('dark mode is chosen in the settings and stays', async () => {
  const { page } = visit;
  await visit.open('/settings');
  await page.locator('button[value="dark"]').click();
  await takePicture(visit, 'settings-dark');
  await page.reload();
  const theme = await page
    .locator('[data-theme-mode]')
    .first()
    .getAttribute('data-theme-mode');
  assert.equal(theme, 'dark');
});

test('the catalog and the settings have no serious accessibility violation', async () => {
  const found = await seriousViolations(visit, knownInBackstage);
  await visit.open('/');
  await visit.page.getByRole('link', { name: 'Edge Gateway' }).waitFor();
  found.push(...(await seriousViolations(visit, knownInBackstage)));
  assert.deepEqual(found, []);
});

test('nothing on the way was an error', () => {
  assert.deepEqual(visit.complaints, []);
});
