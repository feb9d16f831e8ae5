import { Entity } from '@backstage/catalog-model';
import { OutsideName } from '@sightline/backstage-plugin-sightline-common';
import { CatalogMirror } from './CatalogMirror';
import { tellingNames } from './tellingNames';

const entity = (kind: string, type: string, aliases: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name: 'payments',
    annotations: { 'sightline.dev/aliases': aliases },
  },
  spec: { type },
});

const setUp = () => {
  const happened: unknown[] = [];
  const mirror: Pick<CatalogMirror, 'keep'> = {
    keep: async entities => {
      happened.push(['kept', entities.length]);
    },
  };
  const names = {
    accept: async (told: readonly OutsideName[], from: { source: string }) => {
      happened.push(['named', from.source, told]);
    },
  };
  const telling = tellingNames(mirror as CatalogMirror, {
    names,
    types: ['service'],
  });
  return { telling, happened };
};

describe('tellingNames', () => {
  it('makes annotated names known once the service is kept', async () => {
    const { telling, happened } = setUp();

    await telling.keep([
      entity(
        'Component',
        'service',
        'otel:shop/payment-service, pact:Payments',
      ),
    ]);

    expect(happened).toEqual([
      ['kept', 1],
      [
        'named',
        'catalog',
        [
          { kind: 'otel', name: 'payment-service', namespace: 'shop' },
          { kind: 'pact', name: 'Payments', namespace: '' },
        ],
      ],
    ]);
  });

  it('takes no names from what is no service', async () => {
    const { telling, happened } = setUp();

    await telling.keep([
      entity('Component', 'library', 'otel:a'),
      entity('Resource', 'service', 'otel:b'),
    ]);

    expect(happened).toEqual([
      ['kept', 2],
      ['named', 'catalog', []],
    ]);
  });
});
