import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  sightlineSourcesExtensionPoint,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import sightlineModulePagerDuty from './index';

// Starting a backend takes its time where others work, too.
jest.setTimeout(60_000);

const startedWith = async (data: object) => {
  const sources: Source[] = [];
  const { server } = await startTestBackend({
    extensionPoints: [
      [
        sightlineSourcesExtensionPoint,
        { addSource: source => sources.push(source) },
      ],
    ],
    features: [
      sightlineModulePagerDuty,
      mockServices.rootConfig.factory({ data: { ...data } }),
    ],
  });
  await server.stop();
  return sources;
};

describe('the module pagerduty', () => {
  it('does nothing where nothing is configured', async () => {
    expect(await startedWith({})).toEqual([]);
  });

  it('asks with what PagerDuty’s own plugin is set up with', async () => {
    const pagerDuty = { apiToken: 't' };
    expect(await startedWith({ pagerDuty })).toMatchObject([
      { kind: 'pull', id: 'pagerduty', title: 'PagerDuty' },
    ]);
  });
});
