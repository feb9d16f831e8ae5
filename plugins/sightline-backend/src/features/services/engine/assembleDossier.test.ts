import {
  known,
  Service,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { assembleDossier } from './assembleDossier';

const evidence = {
  source: 'catalog',
  observedAt: '2026-11-21T02:00:00.000Z',
  validFor: 60_000,
};
const service: Service = {
  ref: 'component:default/cart',
  name: 'cart',
  title: 'Cart',
  type: 'service',
  links: [],
  tags: [],
};
const empty = {
  service,
  dependencies: [],
  aliases: [],
  facts: [],
  parts: {},
  evidence,
};
const now = Date.parse('2026-11-21T02:00:05.000Z');

describe('assembleDossier', () => {
  it('says why a part is unknown instead of leaving it empty', () => {
    expect(assembleDossier(empty, now)).toEqual({
      ref: 'component:default/cart',
      assembledAt: '2026-11-21T02:00:05.000Z',
      service: known(service, evidence),
      dependencies: known([], evidence),
      aliases: unknown(
        'no-data',
        'No outside system has named this service yet',
      ),
      facts: unknown(
        'no-data',
        'No source has said anything about this service yet',
      ),
      parts: {},
    });
  });

  it('stays short, and says what it left out', () => {
    const dependencies = Array.from({ length: 250 }, (_, i) => ({
      ref: `component:default/d-${i}`,
      name: `d-${i}`,
      relation: 'dependsOn' as const,
    }));
    const dossier = assembleDossier(
      {
        ...empty,
        dependencies,
        parts: { calls: known('x'.repeat(70_000), evidence) },
      },
      now,
    );
    expect(dossier.leftOut).toEqual({ dependencies: 50 });
    expect(dossier.parts).toEqual({
      calls: unknown('no-data', 'Left out: 69 KB are too long for a dossier'),
    });
  });
});
