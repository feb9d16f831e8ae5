import { known } from '@sightline/backstage-plugin-sightline-common';
import { render, screen } from '@testing-library/react';
import { NOON, serviceRow } from '../../__testUtils__/harbour';
import { dossier } from '../../__testUtils__/harbourDossier';
import { OnCallScene, harbourOnCall } from '../../__testUtils__/harbourOnCall';
import { renderPage } from '../../__testUtils__/renderPage';
import { harbourNight } from '../../__testUtils__/harbourNight';
import { FakeSightline } from '../../__testUtils__/FakeSightline';
import { stripItems } from './stripItems';

const shown = (scene: OnCallScene) => {
  const now = harbourOnCall(scene, Date.now());
  const { read } = stripItems.find(({ id }) => id === 'onCall')!;
  const told = dossier(serviceRow(1), NOON);
  const answer = read({
    ...told,
    parts: { ...told.parts, onCall: known(now, now.evidence!) },
  });
  return 'state' in answer ? <>{answer.reason}</> : <>{answer.shown}</>;
};

it('names who is on call', async () => {
  renderPage(shown('covered'), {
    api: new FakeSightline({
      ...{ services: [], sources: [], aliases: [] },
      lookup: harbourNight(),
    }),
  });
  expect(
    await screen.findByRole('link', { name: 'Ana Marković' }),
  ).toBeVisible();
});

it('shows a gap as one, whoever is on a later level', () => {
  render(shown('later-level-only'));
  expect(screen.getByText('gap')).toBeVisible();
  expect(screen.queryByText('Ana Marković')).not.toBeInTheDocument();
});
