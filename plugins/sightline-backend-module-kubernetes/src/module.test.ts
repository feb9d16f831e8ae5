import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  sightlineSourcesExtensionPoint,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import sightlineModuleKubernetes from './index';

// Starting a backend takes its time where others work, too.
jest.setTimeout(60_000);

const sourcesWith = async (data: JsonObject) => {
  const sources: Source[] = [];
  const { server } = await startTestBackend({
    extensionPoints: [
      [
        sightlineSourcesExtensionPoint,
        { addSource: source => sources.push(source) },
      ],
    ],
    features: [
      sightlineModuleKubernetes,
      mockServices.rootConfig.factory({ data }),
    ],
  });
  await server.stop();
  return sources.map(({ kind, id, title }) => ({ kind, id, title }));
};

describe('the module kubernetes', () => {
  it('does nothing where no cluster is configured', async () => {
    expect(await sourcesWith({})).toEqual([]);
  });

  it('watches the clusters that Backstage is configured with, each by itself', async () => {
    const clusters = [
      {
        ...{ name: 'Production EU', url: 'https://127.0.0.1:1' },
        ...{ authProvider: 'serviceAccount', serviceAccountToken: 'secret' },
      },
      { name: 'us', url: 'https://127.0.0.1:1', authProvider: 'aws' },
    ];
    expect(
      await sourcesWith({
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [{ type: 'config', clusters }],
        },
      }),
    ).toEqual([
      {
        ...{ kind: 'watch', id: 'kubernetes:production-eu' },
        title: 'Kubernetes Production EU',
      },
      { kind: 'watch', id: 'kubernetes:us', title: 'Kubernetes us' },
    ]);
  });
});
