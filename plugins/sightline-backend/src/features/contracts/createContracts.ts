import {
  ServiceRef,
  SightlineEvents,
} from '@sightline/backstage-plugin-sightline-common';
import { createLease } from '../../platform/lease/Lease';
import { createOutbox } from '../../platform/outbox/outbox';
import { wait } from '../../platform/resilience/waiting';
import { createContents } from './asking/createContents';
import { createVerdicts } from './asking/createVerdicts';
import { Contracts, ContractsOptions } from './Contracts';
import { createContractsReader } from './createContractsReader';
import { createChangeReader } from './mirror/createChangeReader';
import { createMirrorReader } from './mirror/createMirrorReader';
import { createMirrorStore } from './mirror/MirrorStore';
import { createContractsFactProvider } from './telling/contractsFactProvider';
import { createContractsPart } from './telling/contractsPart';
import { createContractsRow } from './telling/contractsRow';
import { createWebhooks } from './asking/createWebhooks';

/** A broker is asked for one pact at a time, and no more often: 3,600 an hour. */
const contentEvery = 1_000;
/** When all are read, for what another replica was told. */
const lookedEvery = 10_000;

/** Wires the feature by hand; everything it needs comes in as an argument. */
export const createContracts = (options: ContractsOptions): Contracts => {
  const { database, clock, logger, names, catalog, changed } = options;
  const brokers = options.contractBrokers;

  const resolve = async (asked: readonly string[]) => {
    const found = await names.resolveAll(
      asked.map(name => ({ kind: 'pact' as const, name, namespace: '' })),
    );
    return found.map(one => one?.service);
  };
  const store = createMirrorStore({
    ...{ database, clock, resolve },
    outbox: createOutbox<SightlineEvents>({ clock }),
  });
  const mirrors = createMirrorReader({
    ...{ database, clock, names },
    brokers: brokers.map(({ id }) => id),
    async titlesOf() {
      const { services } = await catalog.read();
      return ref => services.get(ref)?.name;
    },
  });
  const changes = createChangeReader(database);
  const contents = createContents({ database, clock, brokers });
  const reader = createContractsReader({
    ...{ mirrors, changes, contents, catalog, traffic: options.traffic },
    verdicts: createVerdicts({ database, clock, brokers }),
  });
  const webhooks = createWebhooks({ ...options, brokers });
  const stopped = new AbortController();
  let resting = new AbortController();
  let running: Promise<void> | undefined;

  return {
    sections: {
      async contracts(report, from) {
        const { names: touched, isBack } = await store.accept(report, from);
        if (touched.length > 0) resting.abort();
        const refs = (await resolve(touched)).flatMap(ref => ref ?? []);
        const services = [...new Set<ServiceRef>(refs)];
        if (services.length > 0) await changed(services);
        if (isBack) await options.rowsChanged();
      },
    },
    ...{ reader, catalog },
    facts: createContractsFactProvider(reader),
    part: createContractsPart(reader),
    row: createContractsRow({ mirrors, hasBrokers: brokers.length > 0 }),
    marks: {
      read: async (service, range) =>
        changes.marks(await mirrors.read(), service, range),
    },
    told: webhooks.told,
    async start() {
      if (brokers.length === 0) return;
      const lease = createLease({
        ...{ database, name: 'contracts-contents' },
        onError: error =>
          logger.warn(`Reading pacts failed and will be tried again: ${error}`),
      });
      running = lease.run(stopped.signal, async held => {
        while (!held.aborted) {
          const read = await contents.readNext(await mirrors.read());
          if (read === 0) resting = new AbortController();
          const soon = AbortSignal.any([held, resting.signal]);
          await (read > 0 ? wait(contentEvery, held) : wait(lookedEvery, soon));
        }
      });
    },
    async stop() {
      stopped.abort();
      await webhooks.stop();
      await running;
    },
  };
};
