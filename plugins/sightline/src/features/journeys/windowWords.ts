import { duration } from '../../ui/figures';
import { windowChoices } from '../../ui/window/callsWindow';

export const LAST_WEEK = 10_080;

/** "last hour" */
export const windowWords = (minutes: number): string =>
  windowChoices.find(([length]) => length === minutes)?.[1] ??
  `last ${duration(minutes * 60_000)}`;
