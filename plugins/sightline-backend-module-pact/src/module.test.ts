import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  ContractBroker,
  sightlineContractsExtensionPoint,
  sightlineSourcesExtensionPoint,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import sightlineModulePact from './index';

// Starting a backend takes its time where others work, too.
jest.setTimeout(60_000);

const startedWith = async (pact?: object) => {
  const sources: Source[] = [];
  const brokers: ContractBroker[] = [];
  const { server } = await startTestBackend({
    extensionPoints: [
      [
        sightlineSourcesExtensionPoint,
        { addSource: source => sources.push(source) },
      ],
      [
        sightlineContractsExtensionPoint,
        { addBroker: broker => brokers.push(broker) },
      ],
    ],
    features: [
      sightlineModulePact,
      mockServices.rootConfig.factory({
        data: pact ? { sightline: { pact } } : {},
      }),
    ],
  });
  await server.stop();
  return { sources, brokers };
};

describe('the module pact', () => {
  it('does nothing where nothing is configured', async () => {
    expect(await startedWith()).toEqual({ sources: [], brokers: [] });
  });

  it('adds each broker as a source, and as somebody to ask', async () => {
    const webhook = { secret: 'open-sesame-4711' };
    const { sources, brokers } = await startedWith({
      brokers: [
        { id: 'main', url: 'http://127.0.0.1:1', webhook },
        { id: 'flow', url: 'http://127.0.0.1:1' },
      ],
    });
    expect(sources).toMatchObject([
      { kind: 'pull', id: 'pact:main', title: 'Pact Broker main' },
      { kind: 'pull', id: 'pact:flow', title: 'Pact Broker flow' },
    ]);
    expect(brokers).toMatchObject([
      { id: 'pact:main', webhookSecret: 'open-sesame-4711' },
      { id: 'pact:flow' },
    ]);
  });

  it('does not start with half a configuration', async () => {
    await expect(startedWith({ brokers: [{ id: 'main' }] })).rejects.toThrow(
      'sightline.pact.brokers[0].url',
    );
  });
});
