import { screen, within } from '@testing-library/react';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import { HarbourCalls } from '../../../__testUtils__/HarbourCalls';
import {
  harbourBlast,
  harbourSuspects,
} from '../../../__testUtils__/harbourImpact';
import { harbourNight } from '../../../__testUtils__/harbourNight';
import { harbourServiceObjectives } from '../../../__testUtils__/harbourServiceObjectives';
import { harbourServiceWorkloads } from '../../../__testUtils__/harbourServiceWorkloads';
import { renderPage } from '../../../__testUtils__/renderPage';
import { LookupPage } from '../LookupPage';

const calls = (now: number): HarbourCalls => ({
  getBlastRadius: service => harbourBlast(service, now),
  getSuspects: service => harbourSuspects(service, now),
});

export const harbour = (scenes?: Parameters<typeof harbourNight>[1]) =>
  new FakeSightline({
    ...{ services: [], sources: [], aliases: [] },
    calls: calls(Date.now()),
    objectives: harbourServiceObjectives(Date.now()),
    workloads: harbourServiceWorkloads(Date.now()),
    lookup: harbourNight(Date.now(), scenes),
  });

export const show = (api = harbour(), at = '/') => {
  renderPage(<LookupPage />, { api, url: at });
  return api;
};

export const url = () =>
  decodeURIComponent(screen.getByLabelText('URL').textContent ?? '');

/** The match that is open. */
export const opened = async (name: string) =>
  within(await screen.findByRole('article', { name }));
