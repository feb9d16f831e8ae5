import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  sightlineSourcesExtensionPoint,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import sightlineModulePrometheus from './index';

const sourcesWith = async (sightline: JsonObject) => {
  const sources: Source[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        sightlineSourcesExtensionPoint,
        { addSource: source => sources.push(source) },
      ],
    ],
    features: [
      sightlineModulePrometheus,
      mockServices.rootConfig.factory({ data: { sightline } }),
    ],
  });
  await backend.stop();
  return sources;
};

describe('the module prometheus', () => {
  it('adds a source for each server from which calls are read', async () => {
    const url = 'http://prometheus.example';
    const servers = [
      { id: 'eu', url },
      { id: 'us', url },
      { id: 'objectives-only', url, calls: { enabled: false } },
    ];
    expect(await sourcesWith({ prometheus: { servers } })).toMatchObject([
      { kind: 'pull', id: 'prometheus:eu', wantsServices: false },
      { kind: 'pull', id: 'prometheus:us', wantsServices: false },
    ]);
  });

  it('does nothing without configuration', async () => {
    expect(await sourcesWith({})).toEqual([]);
  });
});
