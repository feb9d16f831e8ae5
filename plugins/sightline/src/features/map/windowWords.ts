import {
  CallsWindow,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { moment } from '../../ui/time/words';

const short = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** "Nov 20, 17:35 – 18:35", as short as can be. */
export const shortWindow = ({ from, to }: CallsWindow): string =>
  short.formatRange(toInstant(from) ?? 0, toInstant(to) ?? 0);

/** Both ends of a window, in the reader's zone. */
export const windowWords = ({ from, to }: CallsWindow): string =>
  `${moment(toInstant(from) ?? 0)} – ${moment(toInstant(to) ?? 0)}`;
