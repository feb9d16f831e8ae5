import {
  Millis,
  OutsideName,
  Pacticipant,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { BrokerMirror, Contracted, keyOf } from '../engine/BrokerMirror';
import { readReport } from './MirrorStore';

/** Which service of the catalog a name on a broker stands for. */
export type PacticipantNames = {
  resolveAll(
    names: readonly Pick<OutsideName, 'kind' | 'name' | 'namespace'>[],
  ): Promise<({ service: ServiceRef } | undefined)[]>;
  /** moves whenever a name may have come to stand for something else */
  version(): Promise<number>;
};

export type MirrorReader = {
  /** all brokers that are set up and were mirrored; none: nobody knows of contracts */
  read(): Promise<Contracted>;
};

type BrokerRow = {
  broker: string;
  generation: number | string;
  observed_at: number | string;
  fresh_for: number | string;
};

type Kept = { generation: number; mirror: BrokerMirror };

/** Titles of services change without a word to us. */
const titlesKeptFor: Millis = 2_000;

/**
 * Mirrors as they are stored, read again when they have changed: a page costs one
 * row a broker. Of those who ask at once all but one wait.
 */
export const createMirrorReader = (options: {
  database: Knex;
  clock: Clock;
  names: PacticipantNames;
  /** how a service is called; undefined when there is none */
  titlesOf(): Promise<(ref: ServiceRef) => string | undefined>;
  /** brokers that are set up: what others left behind is not shown */
  brokers: readonly string[];
}): MirrorReader => {
  const { database, clock, brokers } = options;
  const mirrors = new Map<string, Kept>();
  let last: { key: string; at: number; value: Promise<Contracted> } | undefined;

  const mirrorOf = async (row: BrokerRow): Promise<BrokerMirror> => {
    const generation = Number(row.generation);
    const times = {
      observedAt: Number(row.observed_at),
      freshFor: Number(row.fresh_for),
    };
    const kept = mirrors.get(row.broker);
    if (kept?.generation === generation) {
      const { mirror } = kept;
      if (mirror.observedAt === times.observedAt) return mirror;
      const again = { ...mirror, ...times };
      mirrors.set(row.broker, { generation, mirror: again });
      return again;
    }
    const report = await readReport(database, row.broker);
    const mirror: BrokerMirror = { ...report, ...times };
    mirrors.set(row.broker, { generation, mirror });
    return mirror;
  };

  const read = async (rows: readonly BrokerRow[]): Promise<Contracted> => {
    const all: BrokerMirror[] = [];
    for (const row of rows) all.push(await mirrorOf(row));
    return nameMirrors(all, options.names, await options.titlesOf());
  };

  return {
    async read() {
      const rows: BrokerRow[] = await database('contracts_broker')
        .whereIn('broker', [...brokers])
        .orderBy('broker');
      const key = keyOf(
        // A dossier is told anew when a name is matched, and nobody tells it again
        // that what it read of contracts a moment later was named as before.
        String(await options.names.version()),
        ...rows.flatMap(({ broker, generation, observed_at }) => [
          ...[broker, String(generation), String(observed_at)],
        ]),
      );
      const now = clock();
      if (last?.key === key && now - last.at < titlesKeptFor) return last.value;
      const reading = { key, at: now, value: read(rows) };
      last = reading;
      reading.value.catch(() => {
        if (last === reading) last = undefined;
      });
      return reading.value;
    },
  };
};

const nameMirrors = async (
  mirrors: readonly BrokerMirror[],
  names: PacticipantNames,
  titleOf: (ref: ServiceRef) => string | undefined,
): Promise<Contracted> => {
  const asked = mirrors.flatMap(({ broker, pacticipants }) =>
    pacticipants.map(({ name }) => ({ broker, name })),
  );
  const found = await names.resolveAll(
    asked.map(({ name }) => ({ kind: 'pact' as const, name, namespace: '' })),
  );
  const known = new Map<string, Pacticipant>();
  const byService = new Map<ServiceRef, { broker: string; name: string }[]>();
  asked.forEach(({ broker, name }, at) => {
    const ref = found[at]?.service;
    const title = ref === undefined ? undefined : titleOf(ref);
    // An alias may outlive the service it stands for.
    if (ref === undefined || title === undefined) return;
    known.set(keyOf(broker, name), {
      ...{ broker, name },
      service: { ref, name: title },
    });
    byService.set(ref, [...(byService.get(ref) ?? []), { broker, name }]);
  });
  return {
    mirrors,
    pacticipant: (broker, name) =>
      known.get(keyOf(broker, name)) ?? { broker, name },
    namesOf: ref => byService.get(ref) ?? [],
  };
};
