import { UsageError, type Wish } from './arguments.ts';
import type { Outage } from './engine/traffic.ts';
import type { Incident } from './engine/Truth.ts';

/** What goes wrong when; the list grows while the town lives. */
export type Outages = {
  /** always the same array */
  all: Outage[];
  /** answers what was added, in words */
  add(
    wish: Wish,
    from: {
      nowMicros: number;
      /** how long nothing goes wrong, when nobody says */
      calmMs: number;
    },
  ): string[];
};

export function createOutages(
  incidents: Incident[],
  left: Outage[] = [],
): Outages {
  const all = [...left];
  return {
    all,
    add(wish, { nowMicros, calmMs }) {
      const fromMicros = nowMicros + (wish.incidentAfterMs ?? calmMs) * 1000;
      const added = wish.incidents.map(id => {
        const incident = find(incidents, id);
        const ms = wish.incidentForMs ?? incident.lastsMinutes * 60_000;
        return { incident, fromMicros, toMicros: fromMicros + ms * 1000 };
      });
      added.forEach(outage => replace(all, outage));
      return added.map(describeOutage);
    },
  };
}

function find(incidents: Incident[], id: string): Incident {
  const incident = incidents.find(known => known.id === id);
  if (incident) return incident;
  const ids = incidents.map(known => known.id).join(', ');
  throw new UsageError(`There is no incident "${id}": choose from ${ids}.`);
}

/** An incident that comes again ends the one before: both at once would be a third kind. */
function replace(all: Outage[], added: Outage) {
  all.forEach((outage, at) => {
    if (outage.incident.id !== added.incident.id) return;
    const toMicros = Math.min(outage.toMicros, added.fromMicros);
    all[at] = { ...outage, toMicros };
  });
  all.push(added);
}

/** `12:30:05`, in UTC */
export const clockTime = (micros: number) =>
  new Date(micros / 1000).toISOString().slice(11, 19);

/** `payments-slow from 12:30:05 to 12:40:05 UTC` */
export const describeOutage = ({ incident, fromMicros, toMicros }: Outage) =>
  `${incident.id} from ${clockTime(fromMicros)} to ${clockTime(toMicros)} UTC`;
