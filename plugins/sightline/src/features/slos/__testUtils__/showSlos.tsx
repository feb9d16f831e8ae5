import { screen } from '@testing-library/react';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import { serviceRows } from '../../../__testUtils__/harbour';
import { harbourSlos } from '../../../__testUtils__/harbourSlos';
import { renderPage } from '../../../__testUtils__/renderPage';
import { SlosPage } from '../SlosPage';

export const harbour = (objectives = harbourSlos(Date.now())) =>
  new FakeSightline({
    services: serviceRows(60, Date.now()),
    sources: [],
    aliases: [],
    objectives,
  });

export const show = (api = harbour(), url = '/') => {
  renderPage(<SlosPage />, { api, url });
  return api;
};

export const url = () =>
  decodeURIComponent(screen.getByLabelText('URL').textContent ?? '');
export const field = () =>
  screen.findByRole('searchbox', { name: 'Filter objectives' });
export const grid = () => screen.findByRole('grid', { name: 'Objectives' });
// Rows of two lines have the title in their first cell, which wide ones do not show.
const wide = { selector: '[role=gridcell] > span > span' };
export const row = (title: string) => screen.findByText(title, wide);
export const rowNow = (title: string) => screen.queryByText(title, wide);
export const askedFor = (api: FakeSightline, what = 'getObjectives') =>
  api.asked
    .filter(question => question.what === what)
    .map(question => (question.with as object[])[0]);
