import { mockServices } from '@backstage/backend-test-utils';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import {
  CATALOG_CHANGED_TOPIC,
  FactReading,
  known,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { component, group } from './__testUtils__/entities';
import { FakeCatalog } from './__testUtils__/FakeCatalog';
import { createServices } from './createServices';
import { Services, ServicesOptions } from './Services';

jest.setTimeout(60_000);

const databases = useTestDatabases();

/** An events service within one process. */
const createEvents = () => {
  const told: EventParams[] = [];
  const subscribers: ((event: EventParams) => Promise<void>)[] = [];
  const events: EventsService = {
    async publish(event) {
      told.push(event);
      if (event.topic === CATALOG_CHANGED_TOPIC) {
        await Promise.all(subscribers.map(onEvent => onEvent(event)));
      }
    },
    async subscribe({ onEvent }) {
      subscribers.push(onEvent);
    },
  };
  return { events, told };
};

const until = async (holds: () => Promise<boolean>, within = 8_000) => {
  const deadline = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > deadline) {
      throw new Error('it did not come true in time');
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
};

const ledger = 'component:default/ledger';

describe.each(databases.ids)('services on %s', id => {
  const running: Services[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map(services => services.stop()));
  });

  const build = async (more: Partial<ServicesOptions> = {}) => {
    const database = more.database ?? (await databases.open(id));
    const catalog = new FakeCatalog();
    const { events, told } = createEvents();
    const services = createServices({
      database,
      catalog: catalog.service(),
      auth: mockServices.auth(),
      events,
      clock: () => Date.now(),
      logger: mockServices.logger.mock(),
      config: mockServices.rootConfig(),
      ...more,
    });
    running.push(services);
    const sweep = () =>
      services.source.pull([], {
        signal: new AbortController().signal,
        deadline: Date.now() + 60_000,
        countCall: () => {},
        lost: () => {},
        evidence: () => evidence(),
      });
    return { database, catalog, events, told, services, sweep };
  };

  const evidence = (source = 'prometheus') => ({
    source,
    observedAt: toIso(Date.now()),
    validFor: 60_000,
  });

  const fact = (value: number): FactReading => ({
    fact: 'slo.target',
    value,
    evidence: evidence(),
  });

  it('joins everything about a service in its dossier', async () => {
    const { catalog, services, sweep } = await build();
    const parts = known({ worst: 0.71 }, evidence());
    services.registerPart({
      word: 'slo',
      read: async refs => new Map(refs.map(ref => [ref, parts])),
    });
    services.registerPart({
      word: 'calls',
      read: async () => {
        throw new Error('broken');
      },
    });
    expect((await services.readiness.check()).ok).toBe(false);
    catalog.put(
      group('money', undefined, 'Money'),
      component('ledger', {
        owner: 'money',
        dependsOn: ['component:default/bank'],
        annotations: { 'sightline.dev/tier': 'gold' },
      }),
    );
    await sweep();
    expect((await services.readiness.check()).ok).toBe(true);
    await services.sections.names(
      [{ kind: 'otel', name: 'LedgerSvc', namespace: '' }],
      { source: 'traces' },
    );
    const reading = fact(0.999);
    await services.sections.facts(
      [
        { service: ledger, facts: [reading] },
        { service: 'component:default/none', facts: [reading] },
      ],
      { source: 'prometheus' },
    );
    const { dossier } = (await services.dossiers.read(ledger))!;
    const { service, dependencies, aliases, facts } = dossier;
    expect(service).toEqual({
      state: 'known',
      evidence: {
        source: 'catalog',
        observedAt: expect.any(String),
        validFor: 120_000,
      },
      value: {
        ref: ledger,
        name: 'ledger',
        title: 'ledger',
        type: 'service',
        lifecycle: 'production',
        owner: {
          ref: 'group:default/money',
          name: 'Money',
          exists: true,
          path: [],
        },
        links: [],
        tags: [],
        annotationProblems: [
          {
            annotation: 'sightline.dev/tier',
            value: 'gold',
            allowed: 'one of T0, T1, T2, T3',
            words:
              "Annotation sightline.dev/tier is 'gold'; it must be one of T0, T1, T2, T3",
          },
        ],
      },
    });
    expect(dependencies.state === 'known' && dependencies.value).toEqual([
      { ref: 'component:default/bank', name: 'bank', relation: 'dependsOn' },
    ]);
    expect(
      aliases.state === 'known' &&
        aliases.value.map(alias => alias.outside.name),
    ).toEqual(['LedgerSvc']);
    expect(facts).toEqual(known([reading], reading.evidence));
    expect(dossier.parts).toEqual({
      slo: parts,
      calls: unknown('source-unavailable', 'calls could not be asked'),
    });
    expect(
      await services.dossiers.read('component:default/none'),
    ).toBeUndefined();
  });

  it('assembles dossiers again in the background, and keeps the last part of a feature that fails', async () => {
    const { catalog, services, sweep } = await build();
    let answer: number | Error = 1;
    services.registerPart({
      word: 'slo',
      read: async refs => {
        if (answer instanceof Error) {
          throw answer;
        }
        return new Map(refs.map(ref => [ref, known(answer, evidence())]));
      },
    });
    catalog.put(component('ledger'));
    await sweep();
    await services.start();
    const part = async () => {
      const stored = await services.dossiers.read(ledger);
      const slo = stored?.dossier.parts.slo;
      return slo?.state === 'known' ? slo.value : undefined;
    };
    await until(async () => (await part()) === 1);
    answer = 2;
    await services.changed([ledger]);
    await until(async () => (await part()) === 2);
    const before = (await services.dossiers.read(ledger))!.etag;
    answer = new Error('down');
    await services.sections.facts([{ service: ledger, facts: [fact(0.9)] }], {
      source: 'prometheus',
    });
    await until(
      async () => (await services.dossiers.read(ledger))!.etag !== before,
    );
    expect(await part()).toBe(2);
  });

  it('finds services by clues, bounded for each service and source', async () => {
    const { catalog, services, sweep } = await build({
      config: mockServices.rootConfig({
        data: { sightline: { services: { cluesPerService: 2 } } },
      }),
    });
    catalog.put(component('ledger'));
    await sweep();
    const lost: [string, number][] = [];
    await services.sections.clues(
      ['ledger-db.internal', 'registry/ledger:7', 'ledger-topic'].map(
        value => ({ service: ledger, kind: 'host', value }),
      ),
      { source: 'traces', lost: (cause, count) => lost.push([cause, count]) },
    );
    const found = await services.list.page({ filter: { q: 'LEDGER-DB' } });
    expect(found.items.map(row => row.ref)).toEqual([ledger]);
    expect(lost).toEqual([['more clues than are kept for one service', 1]]);
  });

  it('asks providers for facts and clues, and hands both to lists and dossiers', async () => {
    const { catalog, services, sweep } = await build({
      factProviders: [
        {
          definitions: [],
          read: async refs => new Map(refs.map(ref => [ref, [fact(1)]])),
        },
        {
          definitions: [],
          read: async () => {
            throw new Error('broken');
          },
        },
      ],
      clueProviders: [
        {
          id: 'wiki',
          read: async refs =>
            refs.map(service => ({
              service,
              kind: 'page',
              value: 'runbook-17',
            })),
        },
      ],
    });
    catalog.put(component('ledger'));
    await sweep();
    await services.start();
    await until(
      async () =>
        (await services.list.page({ filter: { q: 'runbook-17' } })).total === 1,
    );
    await until(async () => {
      const stored = await services.dossiers.read(ledger);
      return stored?.dossier.facts.state === 'known';
    });
    const { dossier } = (await services.dossiers.read(ledger))!;
    expect(
      dossier.facts.state === 'known' && dossier.facts.value[0].value,
    ).toBe(1);
  });

  it('shows what the catalog announces without a sweep, once it is stitched', async () => {
    const { catalog, services, sweep, events, told } = await build();
    catalog.put(component('ledger', { tier: 'T3' }));
    await sweep();
    await services.start();
    await events.publish({
      topic: CATALOG_CHANGED_TOPIC,
      eventPayload: { refs: [ledger, 'resource:default/db', 7] },
    });
    await new Promise(resolve => setTimeout(resolve, 600));
    catalog.put(component('ledger', { tier: 'T0' }));
    await until(
      async () => (await services.list.page({})).items[0].tier === 'T0',
    );
    await until(async () =>
      told.some(event => event.topic === 'sightline.service.changed'),
    );
    expect(
      told.find(event => event.topic === 'sightline.service.changed')
        ?.eventPayload,
    ).toEqual({
      id: expect.any(String),
      ref: ledger,
      changes: [{ what: 'tier', from: 'T3', to: 'T0' }],
    });
  });

  it('gives sources all services with the names they go by', async () => {
    const { catalog, services, sweep } = await build();
    catalog.put(
      component('a'),
      component('b'),
      component('c', { annotations: { 'x.io/y': 'z' } }),
    );
    await sweep();
    const outside = { kind: 'otel' as const, name: 'C', namespace: '' };
    await services.sections.names([outside], { source: 'traces' });
    const pages = [];
    for await (const page of services.asked({ pageSize: 2 })) {
      pages.push(page);
    }
    const asked = (name: string) => ({
      ref: `component:default/${name}`,
      name,
      namespace: 'default',
      annotations: {},
      names: [],
    });
    expect(pages).toEqual([
      [asked('a'), asked('b')],
      [{ ...asked('c'), annotations: { 'x.io/y': 'z' }, names: [outside] }],
    ]);
  });

  it('serves and keeps the same on two replicas that mirror at the same time', async () => {
    const first = await build();
    const second = await build({ database: first.database });
    const fleet = Array.from({ length: 60 }, (_, i) =>
      component(`s-${i}`, { tier: `T${i % 4}` }),
    );
    first.catalog.put(...fleet);
    second.catalog.put(...fleet);
    await Promise.all([first.sweep(), second.sweep(), first.sweep()]);
    await Promise.all([first.services.start(), second.services.start()]);
    expect(await first.services.list.page({})).toEqual(
      await second.services.list.page({}),
    );
    const added = () =>
      [...first.told, ...second.told].filter(
        event => event.topic === 'sightline.service.added',
      );
    await until(async () => added().length >= 60);
    await new Promise(resolve => setTimeout(resolve, 700));
    expect(added()).toHaveLength(60);
  });
});
