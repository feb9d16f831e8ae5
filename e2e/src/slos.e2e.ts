import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './accessibility.ts';
import { openUntil } from './openUntil.ts';
import { takePictures } from './pictures.ts';
import { signInAsGuest, visitPortal, type Visit } from './visitPortal.ts';

let visit: Visit;

before(async () => {
  visit = await visitPortal();
  await signInAsGuest(visit);
  await openUntil(visit, '/sightline/slos?origin=openslo', {
    shown: burning(),
    what: 'how Payments burn',
  });
});
after(() => visit.leave());

const burning = () =>
  visit.page.getByRole('row').filter({ hasText: /page.*Payments/ });

test('of what people promised, what burns comes first', async () => {
  const { page } = visit;
  // On a narrow screen a row says the same in another order.
  const visible = () =>
    page
      .getByText('Payments are answered')
      .filter({ visible: true })
      .first()
      .waitFor();
  await burning().waitFor();
  const rows = page.getByRole('grid').first().getByRole('row');
  assert.match(
    (await rows.nth(1).textContent()) ?? '',
    /^page.*Payments.*\d\d×/,
  );
  await takePictures({ visit, name: 'slos', visible });
  await assertAccessible(visit);
});

test('what cannot be measured is told apart, each with its reason', async () => {
  const untold = visit.page.getByRole('grid').last();
  for (const reason of ['no data', 'few events']) {
    await untold.getByText(reason, { exact: true }).first().waitFor();
  }
});

test('an objective is looked at, and leads to the SLO tab with its past', async () => {
  const { page } = visit;
  await burning().click();
  await page.getByRole('link', { name: 'All about it on its SLO tab' }).click();
  await page.waitForURL(/component\/payments\/slo\?objective=/);
  const visible = async () => {
    await page
      .getByText(/^Burns \S+ too fast/)
      .first()
      .waitFor();
    await page.getByRole('slider', { name: 'Error budget' }).waitFor();
    await page.getByRole('slider', { name: 'Burn rate' }).waitFor();
  };
  await visible();
  await takePictures({ visit, name: 'slo', visible });
  await assertAccessible(visit);
});

test('each chart has the same as a table', async () => {
  const { page } = visit;
  for (const chart of ['Error budget', 'Burn rate']) {
    await page.getByRole('button', { name: `As a table: ${chart}` }).click();
    const table = page.getByRole('region', {
      name: `${chart} along time, as a table`,
    });
    await table.getByRole('row').nth(1).waitFor();
  }
  await assertAccessible(visit);
});

test('the Overview says how its promises stand', async () => {
  const { page } = visit;
  await visit.open('/catalog/default/component/payments');
  const card = page.getByRole('region', { name: 'SLO' });
  await card.getByText('Payments are answered').waitFor();
  await card.getByText(/^Burns \S+ too fast/).waitFor();
  await assertAccessible(visit);
});

test('nothing on the way was an error', () => {
  assert.deepEqual(visit.complaints, []);
});
