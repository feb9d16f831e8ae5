import {
  CallNode,
  Instant,
  Millis,
  OutsideName,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../../platform/clock';
import { ServiceNames } from './CallsReader';

export type ChangedServicesOptions = {
  names: Pick<ServiceNames, 'resolveAll'>;
  changed(refs: readonly ServiceRef[]): Promise<void>;
  /** names that may wait; all of those beyond have other news in a minute */
  atMost: number;
  clock: Clock;
  /** a service whose calls change all the time is told no more often; large fleets more rarely */
  toldAtMostEvery: Millis;
  /** once more after so long without news: then nothing is left of what was told */
  toldAgainAfter: Millis;
};

const thousand = 1_000;

/** What traces call a service; nodes of other kinds have no name of a service. */
export const nameOfNode = ({
  kind,
  name,
  namespace,
}: CallNode): OutsideName | undefined =>
  kind === 'service' && name !== ''
    ? { kind: 'otel', name, namespace }
    : undefined;

/** Collects whose calls changed, and tells it when asked to: once, however often it did. */
export const createChangedServices = (options: ChangedServicesOptions) => {
  const { names, changed, clock, atMost } = options;
  const waiting = new Map<string, OutsideName>();
  /** those of whom nothing may be left one day */
  const told = new Map<string, { name: OutsideName; at: Instant }>();

  /** Those of whom nothing came since they were told. */
  const quietSince = (before: Instant): [string, OutsideName][] =>
    [...told]
      .filter(([key, { at }]) => at <= before && !waiting.has(key))
      .map(([key, { name }]) => [key, name]);

  /**
   * Telling costs the reading of an hour of every edge of the service. So that
   * this stays a small part of a core, 5,000 services are told every five minutes.
   */
  const pace = () => Math.max(1, Math.ceil(told.size / thousand));

  const takeNews = (before: Instant) => {
    const due = [...waiting].filter(([key]) => {
      const last = told.get(key);
      return !last || last.at <= before;
    });
    due.forEach(([key]) => waiting.delete(key));
    return due;
  };

  return {
    add(nodes: readonly CallNode[]) {
      for (const node of nodes) {
        const name = nameOfNode(node);
        if (name && waiting.size < atMost) {
          waiting.set(`${name.namespace}\0${name.name}`, name);
        }
      }
    },

    async tell(): Promise<void> {
      const now = clock();
      const quiet = quietSince(now - options.toldAgainAfter);
      const news = takeNews(now - options.toldAtMostEvery * pace());
      const telling = [...quiet, ...news].map(([, name]) => name);
      if (telling.length === 0) return;
      try {
        const resolved = await names.resolveAll(telling);
        const refs = resolved.flatMap(name => (name ? [name.service] : []));
        if (refs.length > 0) await changed([...new Set(refs)]);
      } catch (error) {
        news.forEach(([key, name]) => waiting.set(key, name));
        throw error;
      }
      quiet.forEach(([key]) => told.delete(key));
      news.forEach(([key, name]) => told.set(key, { name, at: now }));
    },
  };
};
