import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { harbour, map, node, panel, show, url } from '../__testUtils__/showMap';

describe('looking more closely', () => {
  it('tells of an edge how it was and how it is', async () => {
    show(
      '/?group=none&compare=day&edge=component:default/returns component:default/shipping',
    );
    const aside = await panel(/^Returns → Shipping$/);
    expect(aside).toHaveTextContent('more errors');
    expect(aside).toHaveTextContent('Verdictuncontracted');
    expect(aside).toHaveTextContent('Evidenceboth sides told it');
    const figures = within(aside).getByRole('table');
    expect(figures).toHaveTextContent('Errors1.7 %83.2 %');
  });

  it('links to the page of the service, and lists who calls it', async () => {
    show('/?group=none');
    await userEvent.click(await node(/^Ledger, service/));
    const aside = await panel(/^Ledger$/);
    expect(within(aside).getByRole('link', { name: 'Ledger' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger',
    );
    expect(aside).toHaveTextContent('2 callers');
    await userEvent.click(
      within(aside).getByRole('button', { name: 'Payments' }),
    );
    expect(await panel(/^Payments → Ledger$/)).toBeVisible();
  });

  it('shows who fails with a service: listed, and lit on the map', async () => {
    show('/?group=none&node=component:default/ledger');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Blast radius' }),
    );
    const part = await screen.findByRole('region', { name: 'Blast radius' });
    expect(part).toHaveTextContent(/parties fail if Ledger fails/);
    expect(part).toHaveTextContent('1 hop away');
    expect(url()).toBe('/?group=none&node=component:default/ledger&show=blast');
    expect(await node(/^Payments, .* of it would fail$/)).toBeInTheDocument();
  });

  it('shows which dependency explains the errors of a service', async () => {
    show('/?group=none&node=component:default/shipping&show=suspects');
    const part = await screen.findByRole('region', {
      name: 'Who may be to blame',
    });
    expect(part).toHaveTextContent('api.parcelwind.example');
    expect(part).toHaveTextContent('explains 97 %');
  });

  it('says of what cannot be had why', async () => {
    const api = harbour();
    api.problem = 'forbidden';
    api.failing = ['getBlastRadius'];
    show('/?group=none&node=component:default/ledger&show=blast', api);
    expect(
      await screen.findByText('Not permitted: the blast radius'),
    ).toBeVisible();
    expect(await map()).toBeVisible();
  });

  it('says that what a link points at is not on this map', async () => {
    show('/?node=component:default/ledger');
    expect(await panel(/ledger/)).toHaveTextContent('It is not on this map');
  });
});
