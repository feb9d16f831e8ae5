import { UsageError, type TownOptions } from './arguments.ts';
import type { Outage } from './engine/traffic.ts';
import type { Incident } from './engine/Truth.ts';

/** The incidents that were asked for, with their hours. */
export function scheduleOutages(options: {
  asked: TownOptions;
  incidents: Incident[];
  startMicros: number;
}): Outage[] {
  const { asked, incidents, startMicros } = options;
  return asked.incidents.map(id => {
    const incident = incidents.find(known => known.id === id);
    if (!incident) {
      const ids = incidents.map(known => known.id).join(', ');
      throw new UsageError(`There is no incident "${id}": choose from ${ids}.`);
    }
    const lasts = asked.incidentForMs ?? incident.lastsMinutes * 60_000;
    const fromMicros = startMicros + asked.incidentAfterMs * 1000;
    return { incident, fromMicros, toMicros: fromMicros + lasts * 1000 };
  });
}
