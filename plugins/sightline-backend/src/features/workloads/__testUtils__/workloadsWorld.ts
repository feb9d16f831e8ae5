import { mockServices } from '@backstage/backend-test-utils';
import {
  OutsideName,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import type { WorkloadsReport } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { createWorkloads } from '../createWorkloads';
import { START } from './seen';

export const ref = (name: string): ServiceRef => `component:default/${name}`;

const services = ['web', 'cart', 'orders', 'search'];

/** `cart`, `cart-worker` and whatever else begins so are the service cart. */
const serviceOf = ({ name }: Pick<OutsideName, 'name'>) => {
  const bare = name.slice(name.indexOf('/') + 1);
  return services.find(one => bare === one || bare.startsWith(`${one}-`));
};

/** The whole feature over one database, with a clock to turn. */
export const workloadsWorld = (database: Knex) => {
  const time = { now: START };
  const changed: ServiceRef[][] = [];
  const lost: string[] = [];
  const told = { health: 0 };
  const sources = [{ id: 'kubernetes:eu1' }, { id: 'kubernetes:us1' }];
  const named = async (): Promise<Map<ServiceRef, OutsideName[]>> => {
    const rows = [
      ...(await database('workloads_workload').distinct('named')),
      ...(await database('workloads_deploy').distinct('named')),
    ];
    const names = new Map<ServiceRef, OutsideName[]>();
    for (const text of new Set<string>(rows.map(row => row.named))) {
      const [namespace, kind, name] = JSON.parse(text);
      const outside: OutsideName = {
        ...{ kind: 'kubernetes', name: `${kind}/${name}`, namespace },
      };
      const service = serviceOf(outside);
      if (!service) continue;
      names.set(ref(service), [...(names.get(ref(service)) ?? []), outside]);
    }
    return names;
  };
  const workloads = createWorkloads({
    ...{ database, clock: () => time.now, sources },
    logger: mockServices.logger.mock(),
    names: {
      async namesOf(refs) {
        const all = await named();
        return new Map([...all].filter(([one]) => refs.includes(one)));
      },
      resolveAll: async names =>
        names.map(name => {
          const service = serviceOf(name);
          return service === undefined ? undefined : { service: ref(service) };
        }),
    },
    fleet: {
      inBrief: async refs =>
        new Map(
          refs.flatMap(one => {
            const name = services.find(service => ref(service) === one);
            return name === undefined
              ? []
              : [
                  [
                    one,
                    { title: name, owner: { ref: `group:default/${name}` } },
                  ] as const,
                ];
          }),
        ),
    },
    changed: async refs => {
      changed.push([...refs].sort());
    },
    healthChanged: async () => {
      told.health += 1;
    },
  });
  return {
    ...{ database, time, changed, lost, told, sources, workloads },
    reader: workloads.reader,
    accept: (
      report: WorkloadsReport,
      source = `kubernetes:${report.cluster}`,
    ) =>
      workloads.sections.workloads(report, {
        ...{ source, freshFor: 600_000 },
        lost: (cause: string, count: number) => lost.push(`${count} ${cause}`),
      }),
    events: async (): Promise<string[]> => {
      const rows = await database('outbox_event').orderBy('id');
      return rows.map(({ topic, payload }) => {
        const { from, to, kind, words, workload } = JSON.parse(payload);
        const what = kind ?? `${from} → ${to}`;
        const word = topic.replace('sightline.workload.', '');
        return `${word} ${workload.cluster}/${workload.name} ${what}: ${words}`;
      });
    },
  };
};

export type WorkloadsWorld = ReturnType<typeof workloadsWorld>;
