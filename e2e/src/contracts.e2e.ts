import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { assertAccessible } from './accessibility.ts';
import { openUntil } from './openUntil.ts';
import { takePictures } from './pictures.ts';
import { truth } from './town/truth.ts';
import { signInAsGuest, visitPortal, type Visit } from './visitPortal.ts';

let visit: Visit;

before(async () => {
  visit = await visitPortal();
  await signInAsGuest(visit);
  await openUntil(visit, '/sightline/contracts', {
    shown: visit.page.getByText(`${truth.pacts.length} pairs`),
    what: 'the pacts of Harbour',
  });
});
after(() => visit.leave());

const words = {
  verified: 'verified',
  failed: 'failed',
  never: 'never verified',
};

/** "Orders → Payments: failed" */
const pairsOfTruth = () =>
  truth.pacts
    .map(({ consumer, provider, state }) =>
      [`${consumer} → ${provider}`, words[state]].join(': '),
    )
    .sort();

/** As a cell tells it to those who hear it, without the versions. */
const pairOfCell = (label: string) =>
  label.replace(/ \d[\d.]*(?= →|:)/g, '').replace(/,.*$/, '');

const matrix = () =>
  visit.page.getByRole('grid', { name: 'Contracts, consumers by providers' });
const panel = () => visit.page.getByRole('complementary');

const answers = (where: Locator, word: 'Yes' | 'No' | 'Unknown') =>
  where.getByRole('status').getByText(word, { exact: true }).waitFor();

const reasons = () =>
  panel().getByRole('list', { name: 'Reasons' }).getByRole('listitem');

test('the matrix shows every pact as it stands in truth, and no other', async () => {
  const cells = await matrix()
    .locator('[role=gridcell][data-pair=true]')
    .evaluateAll(all => all.map(cell => cell.getAttribute('aria-label') ?? ''));
  assert.deepEqual(cells.map(pairOfCell).sort(), pairsOfTruth());
});

test('in light, in dark and on a phone it can be read by everybody', () =>
  takePictures({
    visit,
    name: 'contracts',
    async visible() {
      await visit.page
        .getByText(/^never verified/)
        .first()
        .waitFor();
      await assertAccessible(visit);
    },
  }));

test('the keyboard alone finds the failed one, and asks what comes of it', async () => {
  const { page } = visit;
  await matrix().focus();
  // Worst first: the failed one is where the keyboard begins.
  await page.keyboard.press('Enter');
  await page.waitForURL(/pair=Orders&pair=Payments/);
  const ask = page.getByRole('button', { name: /^May Orders 9.3.2 go to/ });
  await ask.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/deploy=Orders/);
  await answers(panel(), 'No');
  await reasons()
    .filter({ hasText: 'Payments 12.0.4 fails the pact of Orders 9.3.2' })
    .waitFor();
  // It has a row without a result, too, and lets that one hide the failure.
  await panel().getByText('The broker itself says').waitFor();
  await assertAccessible(visit);
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });
});

test('a version is asked about in a sentence, with what is known to choose from', async () => {
  const { page } = visit;
  const form = page.getByRole('form', { name: 'May I deploy?' });
  await form.getByRole('combobox', { name: 'Pacticipant' }).fill('invent');
  await page.getByRole('option', { name: /Inventory Service/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await form.getByRole('combobox', { name: 'Version' }).focus();
  await page
    .getByRole('option', { name: /5\.19\.0/ })
    .first()
    .click();
  await form.getByRole('button', { name: 'Ask' }).click();
  await answers(panel(), 'Yes');
  await page.waitForURL(/version=5\.19\.0/);
});

test('of a version that nobody has published it says so, and neither yes nor no', async () => {
  const { page } = visit;
  const form = page.getByRole('form', { name: 'May I deploy?' });
  await form.getByRole('combobox', { name: 'Version' }).fill('💥 ../"<b>');
  await page.keyboard.press('Enter');
  await answers(panel(), 'Unknown');
  await reasons().filter({ hasText: '💥 ../"<b>' }).first().waitFor();
});

test('the table has the same', async () => {
  const { page } = visit;
  await visit.open('/sightline/contracts?view=table');
  const rows = page.getByRole('grid', { name: 'Contracts' }).getByRole('row');
  await rows
    .filter({ hasText: 'Payments' })
    .filter({ hasText: 'failed' })
    .waitFor();
  const { length } = truth.pacts;
  assert.equal(await rows.count(), length + 1);
});

test('the Overview has the worst first, and leads to the tab with all of them', async () => {
  const { page } = visit;
  await visit.open('/catalog/default/component/payments');
  const card = page.getByRole('region', { name: 'Contracts' });
  const all = card.getByRole('list', { name: 'Contracts, worst first' });
  const first = all.getByRole('listitem').first();
  assert.match((await first.textContent()) ?? '', /^failedOrders/);
  await card.getByRole('link', { name: 'All about them' }).click();
  await page.waitForURL(/component\/payments\/contracts/);
  const needed = page.getByRole('region', { name: 'Needed by' });
  await takePictures({
    visit,
    name: 'contracts-tab',
    async visible() {
      await needed.getByText('failed').first().waitFor();
      await assertAccessible(visit);
    },
  });
});

test('the tab says who holds the service back, and answers as the page does', async () => {
  const { page } = visit;
  const card = page.getByRole('region', { name: 'May I deploy?' });
  await card.getByRole('combobox', { name: 'Version' }).fill('12.0.4');
  await page.keyboard.press('Enter');
  await answers(card, 'No');
  await card
    .getByText('Payments 12.0.4 fails the pact of Orders 9.3.2')
    .waitFor();
});

test('nothing on the way was an error', () => {
  assert.deepEqual(visit.complaints, []);
});
