import { screen } from '@testing-library/react';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import { serviceRows } from '../../../__testUtils__/harbour';
import {
  harbourBlast,
  harbourSuspects,
} from '../../../__testUtils__/harbourImpact';
import { harbourMaps } from '../../../__testUtils__/harbourMap';
import { renderPage } from '../../../__testUtils__/renderPage';
import { MapPage } from '../MapPage';

export const harbour = (calls = harbourMaps(Date.now())) =>
  new FakeSightline({
    services: serviceRows(20, Date.now()),
    sources: [],
    aliases: [],
    calls: {
      getBlastRadius: service => harbourBlast(service),
      getSuspects: service => harbourSuspects(service),
      ...calls,
    },
  });

/** Opens the Map page at a URL, over a fake backend. */
export const show = (url = '/', api = harbour()) => {
  renderPage(<MapPage />, { api, url });
  return api;
};

export const url = () =>
  decodeURIComponent(screen.getByLabelText('URL').textContent!);
export const map = () => screen.findByRole('group', { name: /^Map: / });
export const node = (name: RegExp) => screen.findByRole('button', { name });
export const panel = (name: RegExp) =>
  screen.findByRole('complementary', { name });

/** How the backend was asked for the map the last time. */
export const lastAsked = (api: FakeSightline) => {
  const question = api.asked.filter(({ what }) => what === 'getCallMap').pop();
  return (question?.with as object[])[0];
};
