import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  sightlineSourcesExtensionPoint,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import sightlineModuleTraces from './index';

// Starting a backend takes its time where others work, too.
jest.setTimeout(60_000);

const sourcesWith = async (traces?: object) => {
  const sources: Source[] = [];
  const { server } = await startTestBackend({
    extensionPoints: [
      [
        sightlineSourcesExtensionPoint,
        { addSource: source => sources.push(source) },
      ],
    ],
    features: [
      sightlineModuleTraces,
      mockServices.rootConfig.factory({
        data: traces ? { sightline: { traces } } : {},
      }),
    ],
  });
  await server.stop();
  return sources;
};

describe('the module traces', () => {
  it('does nothing where nothing is configured', async () => {
    expect(await sourcesWith()).toEqual([]);
    expect(
      await sourcesWith({ link: 'https://jaeger.example/trace/{traceId}' }),
    ).toEqual([]);
  });

  it('adds a source for each back-end, asked twice a window', async () => {
    const backends = [
      { id: 'old', type: 'jaeger', url: 'http://127.0.0.1:1' },
      { id: 'new', type: 'tempo', url: 'http://127.0.0.1:1', window: '5m' },
    ];
    expect(await sourcesWith({ backends })).toMatchObject([
      {
        ...{ kind: 'pull', id: 'traces:old', title: 'Jaeger old' },
        defaults: { every: { milliseconds: 60_000 } },
      },
      {
        ...{ kind: 'pull', id: 'traces:new', title: 'Tempo new' },
        defaults: { every: { milliseconds: 150_000 } },
      },
    ]);
  });

  it('does not start with half a configuration', async () => {
    await expect(sourcesWith({ backends: [{ id: 'old' }] })).rejects.toThrow(
      'sightline.traces.backends[0].url',
    );
  });
});
