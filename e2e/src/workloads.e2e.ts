import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './accessibility.ts';
import { openUntil } from './openUntil.ts';
import { takePictures } from './pictures.ts';
import { startCluster, stopCluster } from './town/clusters.ts';
import { tellCalls } from './town/tellCalls.ts';
import { truth } from './town/truth.ts';
import { signInAsGuest, visitPortal, type Visit } from './visitPortal.ts';

let visit: Visit;

before(async () => {
  // Spans wait for those that are late: they are counted while others are looked at.
  await tellCalls(5);
  visit = await visitPortal();
  await signInAsGuest(visit);
  await openUntil(visit, pageOf('search'), {
    shown: card('Workloads').getByText('stuck'),
    what: 'what runs in Harbour',
  });
});
after(() => visit.leave());

const pageOf = (service: string) => `/catalog/default/component/${service}`;

const card = (name: string) => visit.page.getByRole('region', { name });

const reasons = () =>
  card('Safe to deploy')
    .getByRole('list', { name: 'Reasons' })
    .getByRole('listitem');

/** Opens the service until it has this answer: what it rests on may still be on its way. */
const answersFor = (
  service: string,
  headline: 'Yes' | 'No, not now' | 'Nobody can tell',
) =>
  openUntil(visit, pageOf(service), {
    shown: card('Safe to deploy').getByText(headline, { exact: true }),
    what: `the answer "${headline}"`,
  });

const hung = truth.workloads.find(
  ({ trouble }) => trouble === 'rollout-stuck',
)!;

test('the Workloads card says in words that Search is stuck, and why', async () => {
  assert.equal(hung.service, 'search');
  const workloads = card('Workloads');
  await workloads.getByText(/^Its deadline has passed/).waitFor();
  await workloads.getByText(/^1 pod running, and not ready/).waitFor();
  await workloads.getByText(/^Last deploy 1 h ago: (5.2.8 → )?5.3.0/).waitFor();
});

test('it is not safe to deploy what is being rolled out', async () => {
  const visible = async () => {
    await reasons()
      .filter({ hasText: /^Rolloutno.*has timed out progressing/ })
      .waitFor();
    await assertAccessible(visit);
  };
  await takePictures({ visit, name: 'safe-to-deploy', visible });
});

test('nor what does not keep a pact, whatever is asked about it', async () => {
  const { page } = visit;
  await answersFor('payments', 'No, not now');
  const words = 'Payments 12.0.4 fails the pact of Orders 9.3.2';
  await reasons().filter({ hasText: words }).waitFor();
  await card('Safe to deploy').getByLabel('Version').fill('💥 ../"<b>');
  await page.keyboard.press('Enter');
  await reasons().filter({ hasText: '💥 ../"<b>' }).first().waitFor();
});

test('nobody can tell of a pact that nobody has checked', async () => {
  await answersFor('pricing', 'Nobody can tell');
  await reasons()
    .filter({ hasText: /^Contractsunknown.*pact of Orders 9.3.2/ })
    .first()
    .waitFor();
});

test('it is safe where nothing speaks against it, and what was not looked at is named', async () => {
  await answersFor('fraud', 'Yes');
  await reasons().filter({ hasText: 'No freeze is set up' }).waitFor();
});

test('the tab tells of every pod in trouble, in light, in dark and on a phone', async () => {
  const { page } = visit;
  await visit.open(pageOf('search'));
  const details = card('Workloads').getByRole('link', { name: 'Details' });
  await details.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/component\/search\/workloads/);
  const visible = async () => {
    await card('Pods in trouble')
      .getByText('It runs and is not ready')
      .waitFor();
    await card('Deploys')
      .getByText(/5\.3\.0/)
      .first()
      .waitFor();
    await assertAccessible(visit);
  };
  await takePictures({ visit, name: 'workloads', visible });
});

test('what differs from cluster to cluster is said', async () => {
  await visit.open(`${pageOf('pricing')}/workloads`);
  await visit.page.getByText('Not every cluster runs the same.').waitFor();
  const list = visit.page.getByRole('navigation', { name: /^Workloads of/ });
  await list.getByText('3.8.0').waitFor();
  await list.getByText('3.6.2').waitFor();
  await assertAccessible(visit);
});

test('a deploy is marked along the time of the error budget', async () => {
  const { page } = visit;
  await visit.open(`${pageOf('payments')}/slo`);
  await page.getByRole('button', { name: 'As a table: Error budget' }).click();
  await page
    .getByRole('region', { name: 'Error budget along time, as a table' })
    .getByText('Deployed 12.0.4 (Deployment payment-service in harbour-eu1)')
    .waitFor();
});

test('a cluster that stops is named, and what the other one says stands', async () => {
  const [gone, stays] = ['harbour-us1', 'harbour-eu1'];
  await stopCluster(gone);
  try {
    const unseen = visit.page.getByRole('list', { name: 'Not seen' });
    await openUntil(visit, pageOf('search'), {
      shown: unseen.getByText(gone).first(),
      what: `that ${gone} is gone`,
    });
    assert.equal(await unseen.getByText(stays).count(), 0);
    await card('Workloads').getByText('stuck').waitFor();
    await assertAccessible(visit);
  } finally {
    await startCluster(gone);
  }
});

test('a deploy is marked along the time of its calls, too', async () => {
  const through = card('Through the window');
  await openUntil(visit, `${pageOf('payments')}/calls?minutes=360`, {
    shown: through.getByText('deploy', { exact: true }),
    what: 'a deploy beside the calls',
  });
  await through.getByRole('button', { name: 'As a table' }).click();
  await through.getByText('Deployed 12.0.4 in harbour-eu1').waitFor();
  await assertAccessible(visit);
});

test('nothing on the way was an error', () => {
  assert.deepEqual(visit.complaints, []);
});
