import { duration } from '../figures';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Windows to choose from, in minutes. The API takes any up to 14 days. */
export const windowChoices: [minutes: number, title: string][] = [
  [15, 'last 15 min'],
  [HOUR, 'last hour'],
  [6 * HOUR, 'last 6 hours'],
  [DAY, 'last 24 hours'],
  [7 * DAY, 'last 7 days'],
  [14 * DAY, 'last 14 days'],
];

/** "last hour", or how long it is where nobody chose it from the list. */
export const lengthWords = (minutes: number): string =>
  windowChoices.find(([known]) => known === minutes)?.[1] ??
  `last ${duration(minutes * 60_000)}`;

const LONGEST = 14 * DAY;
const UNSAID = HOUR;

/** Which calls are looked at. */
export type CallsView = { minutes: number; environment?: string };

/** Reads the window from a URL; what cannot be asked becomes what can. */
export const parseCallsView = (params: URLSearchParams): CallsView => {
  const minutes = Math.round(Number(params.get('minutes')));
  const environment = params.get('environment')?.slice(0, 200);
  return {
    minutes: minutes >= 1 && minutes <= LONGEST ? minutes : UNSAID,
    ...(environment ? { environment } : {}),
  };
};

/** Writes the window into a URL, shortest form; other parameters stay. */
export function formatCallsView(view: CallsView, others: URLSearchParams) {
  const params = new URLSearchParams(others);
  params.delete('minutes');
  params.delete('environment');
  if (view.minutes !== UNSAID) {
    params.set('minutes', String(view.minutes));
  }
  if (view.environment) {
    params.set('environment', view.environment);
  }
  return params;
}
