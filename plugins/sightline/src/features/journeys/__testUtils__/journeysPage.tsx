import { screen, within } from '@testing-library/react';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import { serviceRows } from '../../../__testUtils__/harbour';
import { harbourJourneys } from '../../../__testUtils__/harbourJourneys';
import { renderPage } from '../../../__testUtils__/renderPage';
import { JourneysPage } from '../JourneysPage';

const now = Date.now();

/** What Harbour's backend answers, at this moment. */
export const calls = harbourJourneys(now);

export const harbour = (known = calls) =>
  new FakeSightline({
    services: serviceRows(20, now),
    sources: [],
    aliases: [],
    calls: known,
  });

export const show = (url = '/', api = harbour()) => {
  renderPage(<JourneysPage />, { api, url });
  return api;
};

export const url = () => screen.getByLabelText('URL').textContent;

export const asked = (api: FakeSightline, what: string) =>
  api.asked.filter(question => question.what === what).map(one => one.with);

// Found by label: computing roles of a whole page with its tree takes jsdom seconds.
export const list = async () =>
  within(await screen.findByLabelText('Journeys'));
export const tree = () => screen.findByLabelText(/^Hops of /);
export const findHop = (label: string) =>
  document.querySelector<HTMLElement>(`[role=row][aria-label^="${label}"]`);
export const hop = (label: string) => findHop(label)!;
