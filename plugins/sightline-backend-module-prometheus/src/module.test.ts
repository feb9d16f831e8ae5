import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  IndicatorSource,
  sightlineObjectivesExtensionPoint,
  sightlineSourcesExtensionPoint,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import sightlineModulePrometheus from './index';

const addedWith = async (sightline: JsonObject) => {
  const sources: Source[] = [];
  const indicators: IndicatorSource[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        sightlineSourcesExtensionPoint,
        { addSource: source => sources.push(source) },
      ],
      [
        sightlineObjectivesExtensionPoint,
        {
          addIndicatorSource: source => indicators.push(source),
          addProvider: () => {},
        },
      ],
    ],
    features: [
      sightlineModulePrometheus,
      mockServices.rootConfig.factory({ data: { sightline } }),
    ],
  });
  await backend.stop();
  return { sources, indicators };
};

describe('the module prometheus', () => {
  it('adds sources for each server, of what is read from it', async () => {
    const url = 'http://prometheus.example';
    const servers = [
      { id: 'eu', url },
      { id: 'us', url, slo: { enabled: false } },
      { id: 'objectives-only', url, calls: { enabled: false } },
    ];
    expect(await addedWith({ prometheus: { servers } })).toMatchObject({
      sources: [
        { kind: 'pull', id: 'prometheus:eu', wantsServices: false },
        { kind: 'pull', id: 'prometheus:eu:names', wantsServices: false },
        { kind: 'pull', id: 'prometheus:us', wantsServices: false },
        {
          kind: 'pull',
          id: 'prometheus:objectives-only:names',
          wantsServices: false,
        },
      ],
      indicators: [
        { id: 'prometheus:eu', title: 'Prometheus eu' },
        {
          id: 'prometheus:objectives-only',
          title: 'Prometheus objectives-only',
        },
      ],
    });
  });

  it('does nothing without configuration', async () => {
    expect(await addedWith({})).toEqual({ sources: [], indicators: [] });
  });
});
