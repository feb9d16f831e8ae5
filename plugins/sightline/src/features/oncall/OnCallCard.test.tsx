import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../__testUtils__/FakeSightline';
import { harbourNight } from '../../__testUtils__/harbourNight';
import { OnCallScene } from '../../__testUtils__/harbourOnCall';
import { renderPage } from '../../__testUtils__/renderPage';
import { OnCallCard } from './OnCallCard';

const entityOf = (kind: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  ...{ kind, metadata: { name: 'payments', namespace: 'default' } },
  spec: { type: 'service' },
});

const harbour = (onCall?: OnCallScene) =>
  new FakeSightline({
    ...{ services: [], sources: [], aliases: [] },
    lookup: harbourNight(Date.now(), { onCall }),
  });

const show = (api = harbour(), { kind = 'Component', denied = false } = {}) => {
  renderPage(
    <EntityProvider entity={entityOf(kind)}>
      <OnCallCard />
    </EntityProvider>,
    { api, denied },
  );
  return api;
};

const card = async () =>
  within(await screen.findByRole('region', { name: 'On call' }));
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const texts = (all: HTMLElement[]) => all.map(({ textContent }) => textContent);

it('says who is on call, at each level, until when, and who follows', async () => {
  show();
  const shown = await card();
  expect(
    await shown.findByRole('link', { name: 'Ana Marković' }),
  ).toHaveAttribute('href', '/catalog/default/user/ana.markovic');
  expect(texts(shown.getAllByRole('term'))).toEqual(['Level 1', 'Level 2']);
  expect(shown.getByRole('link', { name: 'Greta Lindholm' })).toBeVisible();
  expect(shown.getByText(/^Next:/)).toHaveTextContent(/^Next: Daniel Okonkwo/);
  expect(shown.getByText('Rotation: rotations/payments.yaml')).toBeVisible();
});

it('asks for the team on the page of a team', async () => {
  const api = show(harbour(), { kind: 'Group' });
  await (await card()).findByRole('link', { name: 'Ana Marković' });
  expect(api.asked.map(({ what }) => what)).toEqual(['getTeamOnCall']);
});

it('draws the gaps of the coming days, and says them', async () => {
  show();
  const days = within(
    await screen.findByRole('region', { name: 'The coming 14 days' }),
  );
  expect(days.getByText('14 gaps')).toBeVisible();
  const gaps = within(days.getByRole('list', { name: 'Gaps' }));
  expect(texts(gaps.getAllByRole('listitem'))).toEqual([
    'Nobody is on call from 02:00 UTC until 06:00 UTC: no shift covers it',
    'Nobody is on call from 02:00 UTC until 06:00 UTC: no shift covers it',
    'and 12 more',
  ]);
});

it('makes the gap the headline, whoever is on a later level', async () => {
  show(harbour('later-level-only'));
  const shown = await card();
  expect(await shown.findByText(/^Nobody is on call until/)).toHaveTextContent(
    'Nobody is on call until 06:00 UTC; Ana Marković would be asked as level 3',
  );
  expect(texts(shown.getAllByRole('term'))).toEqual(['Level 3']);
});

it('shows owners as owners, and how to have somebody on call', async () => {
  show(harbour('owners'));
  const shown = await card();
  expect(await shown.findByText('Nobody is on call')).toBeVisible();
  expect(shown.getByText('Owners of Payments, not on call:')).toBeVisible();
  expect(screen.getByLabelText('Rotation to add')).toHaveTextContent(
    /team: payments/,
  );
  expect(
    screen.queryByRole('button', { name: 'Override…' }),
  ).not.toBeInTheDocument();
});

it('says what is wrong with a rotation, and what nobody can tell', async () => {
  show(harbour('crowded'));
  const wrong = within(
    await screen.findByRole('list', { name: 'What is wrong with it' }),
  );
  expect(wrong.getAllByRole('listitem')).toHaveLength(2);
  expect((await card()).getAllByText('and 12 more')[0]).toBeVisible();
});

it('does not take a calendar that has ended for a gap', async () => {
  show(harbour('unknown'));
  const shown = await card();
  expect(
    await shown.findByText(/^Nobody can tell who is on call/),
  ).toBeVisible();
  expect(screen.queryByText('no gap')).not.toBeInTheDocument();
});

describe('an override', () => {
  const open = async (api = harbour('overridden')) => {
    show(api);
    await userEvent.click(await button('Override…'));
    return within(await screen.findByRole('dialog'));
  };
  const who = () => screen.getByRole('combobox', { name: 'Who takes over' });

  it('puts somebody else on call, and can be undone', async () => {
    const api = harbour();
    await open(api);
    await userEvent.type(who(), 'user:default/kwame.mensah');
    await userEvent.type(screen.getByLabelText('Why'), 'Ana is ill');
    await userEvent.click(await button('Put on call'));
    expect(await screen.findByText('kwame.mensah takes over')).toBeVisible();
    expect(
      await (await card()).findByRole('link', { name: 'kwame.mensah' }),
    ).toBeVisible();
    const [team, wanted] = api.asked.find(
      ({ what }) => what === 'makeOverride',
    )!.with as [string, { to: string }];
    expect(team).toBe('group:default/payments');
    expect(wanted).toEqual({
      user: 'user:default/kwame.mensah',
      ...{ level: 1, to: expect.stringMatching(/Z$/), reason: 'Ana is ill' },
    });
    await userEvent.click(await button('Undo'));
    expect(await screen.findByText('The rotation holds again')).toBeVisible();
    expect(
      await (await card()).findByRole('link', { name: 'Ana Marković' }),
    ).toBeVisible();
  });

  it('suggests the people of the rotation', async () => {
    await open(harbour());
    await userEvent.click(who());
    expect(texts(screen.getAllByRole('option', { name: /^user:/ }))).toEqual([
      'user:default/ana.markovicAna Marković',
      'user:default/greta.lindholmGreta Lindholm',
      'user:default/daniel.okonkwoDaniel Okonkwo',
    ]);
  });

  it('says what is missing before it asks', async () => {
    const api = harbour();
    const dialog = await open(api);
    await userEvent.click(await button('Put on call'));
    expect(dialog.getByRole('alert')).toHaveTextContent('Say who takes over.');
    expect(api.asked.map(({ what }) => what)).not.toContain('makeOverride');
  });

  it('says why it was refused, and keeps what was written', async () => {
    const api = harbour();
    Object.assign(api, { problem: 'conflict', failing: ['makeOverride'] });
    const dialog = await open(api);
    await userEvent.type(who(), 'kwame.mensah');
    await userEvent.click(await button('Put on call'));
    await waitFor(() =>
      expect(dialog.getByRole('alert')).toHaveTextContent('It failed.'),
    );
    expect(who()).toHaveValue('kwame.mensah');
  });

  it('that is in a file is not taken back here', async () => {
    show(harbour('overridden'));
    expect(
      await (await card()).findByText(/Ana is at the dentist$/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /^Take back/ }),
    ).not.toBeInTheDocument();
  });

  it('is not offered to those who may not', async () => {
    show(harbour(), { denied: true });
    await (await card()).findByRole('link', { name: 'Ana Marković' });
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Override…' }),
      ).not.toBeInTheDocument(),
    );
  });
});

it('keeps places while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(await screen.findByLabelText('On call is loading')).toBeVisible();
});

it.each([
  ['unavailable', 'Not reachable: who is on call'],
  ['forbidden', 'Not permitted: who is on call'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});
