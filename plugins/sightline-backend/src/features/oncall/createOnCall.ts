import {
  ServiceRef,
  SightlineEvents,
} from '@sightline/backstage-plugin-sightline-common';
import { createLease } from '../../platform/lease/Lease';
import { createOutbox } from '../../platform/outbox/outbox';
import { repeat, Repeated } from '../../platform/repeat';
import { OnCall, OnCallOptions } from './OnCall';
import { createOverrides } from './overrides/createOverrides';
import { createOverrideStore } from './overrides/OverrideStore';
import { createPeopleKeeper } from './people/createPeopleKeeper';
import { createPeopleWatch } from './people/createPeopleWatch';
import { createOnCallReader } from './reading/createOnCallReader';
import { createWorldReader } from './reading/OnCallWorld';
import { readOnCallConfig } from './readOnCallConfig';
import { createRosterStore } from './rosters/RosterStore';
import { createRotationBook } from './rotations/createRotationBook';
import { createOnCallFactProvider } from './telling/onCallFactProvider';
import { createOnCallPart } from './telling/onCallPart';
import { createOnCallRow } from './telling/onCallRow';
import { createTeller } from './telling/createTeller';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Wires the feature by hand; everything it needs comes in as an argument. */
export const createOnCall = (options: OnCallOptions): OnCall => {
  const { database, clock, logger, fleet } = options;
  const config = readOnCallConfig(options.config);
  const people = createPeopleKeeper(options);
  const book = createRotationBook({
    ...{ ...options, config, rootConfig: options.config },
  });
  const rosters = createRosterStore({ database, clock });
  const store = createOverrideStore({ database, clock });
  const read = createWorldReader({ people, book, rosters, overrides: store });
  const reader = createOnCallReader({ read, rosters, fleet, clock });

  const servicesOf = async (teams: ReadonlySet<string>) => {
    const { services } = await fleet.read();
    return [...services].flatMap(([ref, { owner }]) =>
      owner && teams.has(owner.ref) ? [ref] : [],
    );
  };
  const tell = createTeller({
    ...{ database, reader, servicesOf, changed: options.changed },
    outbox: createOutbox<SightlineEvents>({ clock }),
  });
  const changed = async (refs: readonly string[]) => {
    const own = refs.filter(ref => !ref.startsWith('group:'));
    const owned = await servicesOf(new Set(refs));
    const all = [...new Set([...(own as ServiceRef[]), ...owned])];
    if (all.length > 0) await options.changed(all);
  };

  const watch = createPeopleWatch({ ...options, people });

  const rounds: OnCall['rounds'] = {
    people: signal => people.refresh(signal),
    async rotations(signal) {
      if (!(await people.read())) await people.refresh(signal);
      const everybody = await people.read();
      if (everybody) await book.refresh(everybody, signal);
    },
    tell: () => tell(),
    async forget() {
      await book.forget();
      await rosters.forget();
      await store.forget();
    },
  };

  /** What one replica does for all. */
  const shared: Repeated[] = [
    {
      ...{ name: 'Reading rotations', every: config.every },
      run: rounds.rotations,
    },
    {
      ...{ name: 'Telling hand-overs', every: MINUTE },
      run: rounds.tell,
    },
    {
      ...{ name: 'Forgetting who was on call', every: HOUR },
      run: rounds.forget,
    },
  ];
  const lease = createLease({
    ...{ database, name: 'oncall' },
    onError: error =>
      logger.warn(`Keeping on-call failed and will be tried again: ${error}`),
  });
  const stopped = new AbortController();
  let running: Promise<unknown> | undefined;
  let stopReading: (() => Promise<void>) | undefined;

  return {
    sections: {
      async oncall(report, from) {
        await changed(await rosters.accept(report, from));
      },
    },
    overrides: createOverrides({
      ...{ read, store, clock },
      changed: team => changed([team]),
    }),
    ...{ reader, fleet, rounds },
    facts: createOnCallFactProvider({ reader, clock }),
    part: createOnCallPart({ reader, clock }),
    row: createOnCallRow(reader),
    async start() {
      await watch.start();
      stopReading = repeat([watch.work], logger);
      running = lease.run(stopped.signal, async held => {
        const stop = repeat(shared, logger);
        await new Promise<void>(resolve => {
          if (held.aborted) resolve();
          else held.addEventListener('abort', () => resolve(), { once: true });
        });
        await stop();
      });
    },
    async stop() {
      stopped.abort();
      await stopReading?.();
      await running;
    },
  };
};
