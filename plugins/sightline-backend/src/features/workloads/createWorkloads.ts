import { SightlineEvents } from '@sightline/backstage-plugin-sightline-common';
import { createOutbox } from '../../platform/outbox/outbox';
import { repeat } from '../../platform/repeat';
import { createWorkloadsReader } from './createWorkloadsReader';
import { forgetOld } from './store/forget';
import { createWorkloadStore } from './store/WorkloadStore';
import { createWorkloadsFactProvider } from './telling/workloadsFactProvider';
import { createWorkloadRows } from './telling/workloadRows';
import { createWorkloadsPart } from './telling/workloadsPart';
import { Workloads, WorkloadsOptions } from './Workloads';

const HOUR = 3_600_000;

/** Wires the feature by hand; everything it needs comes in as an argument. */
export const createWorkloads = (options: WorkloadsOptions): Workloads => {
  const { database, clock, logger, names, fleet, changed } = options;
  const isSetUp = (source: string) =>
    options.sources.some(({ id }) => id === source);

  const store = createWorkloadStore({
    ...{ database, clock, isSetUp },
    outbox: createOutbox<SightlineEvents>({ clock }),
    async resolve(asked) {
      const found = await names.resolveAll(asked);
      return found.map(one => one?.service);
    },
  });
  const reader = createWorkloadsReader({
    ...{ database, clock, names, isSetUp },
    async titlesOf(refs) {
      const brief = await fleet.inBrief(refs);
      return new Map([...brief].map(([ref, { title }]) => [ref, title]));
    },
  });
  let stopWork: (() => Promise<void>) | undefined;

  return {
    sections: {
      async workloads(report, from) {
        const { services, isBack } = await store.accept(report, from);
        if (services.length > 0) await changed(services);
        if (isBack) await options.healthChanged();
      },
    },
    ...{ reader, fleet },
    facts: createWorkloadsFactProvider(reader),
    part: createWorkloadsPart(reader),
    rows: createWorkloadRows(reader),
    marks: { read: reader.marks },
    async start() {
      stopWork = repeat(
        [
          {
            ...{ name: 'Forgetting old deploys', every: HOUR },
            run: () => forgetOld(database, clock()),
          },
        ],
        logger,
      );
    },
    async stop() {
      await stopWork?.();
    },
  };
};
