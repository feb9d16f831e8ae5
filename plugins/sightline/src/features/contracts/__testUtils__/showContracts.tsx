import { screen } from '@testing-library/react';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import { serviceRows } from '../../../__testUtils__/harbour';
import { harbourContracts } from '../../../__testUtils__/harbourMatrix';
import { renderPage } from '../../../__testUtils__/renderPage';
import { ContractsPage } from '../ContractsPage';

export const harbour = (contracts = harbourContracts(Date.now())) =>
  new FakeSightline({
    services: serviceRows(20, Date.now()),
    sources: [],
    aliases: [],
    contracts,
  });

export const show = (api = harbour(), url = '/') => {
  renderPage(<ContractsPage />, { api, url });
  return api;
};

export const url = () =>
  decodeURIComponent(screen.getByLabelText('URL').textContent ?? '');

export const matrix = () =>
  screen.findByRole('grid', { name: 'Contracts, consumers by providers' });

export const cell = (name: string) => screen.findByRole('gridcell', { name });

/** The question of each asking, without how it was asked. */
export const askedFor = (api: FakeSightline, what = 'getContractMatrix') =>
  api.asked
    .filter(question => question.what === what)
    .map(question => (question.with as object[])[0]);
