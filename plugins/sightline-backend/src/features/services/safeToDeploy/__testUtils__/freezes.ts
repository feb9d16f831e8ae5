import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readFreezes } from '../readFreezes';

/** As an operator writes them. */
export const freezesOf = (...freezes: JsonObject[]) =>
  readFreezes(new ConfigReader({ sightline: { freezes } }));

export const weekends = {
  ...{ name: 'Weekends', reason: 'nobody is there to watch' },
  timeZone: 'Europe/Berlin',
  weekly: { from: 'Fri 16:00', to: 'Mon 08:00' },
};

export const turnOfTheYear = {
  ...{ name: 'Turn of the year', timeZone: 'Europe/Berlin' },
  yearly: { from: '12-20 18:00', to: '01-06 08:00' },
};

export const blackWeek = {
  ...{ name: 'Black week', timeZone: 'America/New_York' },
  once: { from: '2026-11-23 00:00', to: '2026-12-01 06:00' },
};
