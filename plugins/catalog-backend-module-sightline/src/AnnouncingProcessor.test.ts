import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { createAnnouncer } from './Announcer';
import { createAnnouncingProcessor } from './AnnouncingProcessor';

const component = (annotations: Record<string, string> = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ledger', annotations },
  spec: { type: 'service' },
});

/** Keeps values for one entity, as the catalog does between runs. */
const createCache = (): CatalogProcessorCache => {
  const values = new Map<string, any>();
  return {
    get: async key => values.get(key),
    set: async (key, value) => void values.set(key, value),
  };
};

const build = () => {
  const announced: string[] = [];
  const warned: string[] = [];
  const logger = Object.assign(mockServices.logger.mock(), {
    warn: (message: string) => void warned.push(message),
  });
  const processor = createAnnouncingProcessor({
    announcer: { announce: ref => void announced.push(ref) },
    logger,
  });
  const cache = createCache();
  const process = (entity: Entity) =>
    processor.postProcessEntity!(entity, {} as any, () => {}, cache);
  return { announced, warned, process };
};

describe('the announcing processor', () => {
  it('announces an entity once until it changes', async () => {
    const { announced, process } = build();
    await process(component());
    await process(component());
    expect(announced).toEqual(['component:default/ledger']);
    await process(component({ 'sightline.dev/tier': 'T0' }));
    expect(announced).toHaveLength(2);
  });

  it('hands every entity on as it came', async () => {
    const { announced, process } = build();
    const location = { ...component(), kind: 'Location' };
    expect(await process(location)).toBe(location);
    expect(announced).toEqual([]);
  });

  it('says which annotation is malformed, how, and what is allowed', async () => {
    const { warned, process } = build();
    await process(component({ 'sightline.dev/tier': 'gold' }));
    expect(warned).toEqual([
      "component:default/ledger: Annotation sightline.dev/tier is 'gold'; it must be one of T0, T1, T2, T3",
    ]);
  });
});

describe('the announcer', () => {
  it('publishes what was collected, each entity once, at the latest when it stops', async () => {
    const published: unknown[] = [];
    const announcer = createAnnouncer({
      events: {
        publish: async event => void published.push(event),
        subscribe: async () => {},
      },
      logger: mockServices.logger.mock(),
    });
    announcer.announce('component:default/a');
    announcer.announce('component:default/b');
    announcer.announce('component:default/a');
    await announcer.stop();
    expect(published).toEqual([
      {
        topic: 'sightline.catalog.changed',
        eventPayload: { refs: ['component:default/a', 'component:default/b'] },
      },
    ]);
  });
});
