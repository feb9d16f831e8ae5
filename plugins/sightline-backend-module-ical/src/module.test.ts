import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  sightlineSourcesExtensionPoint,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import sightlineModuleIcal from './index';

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
      sightlineModuleIcal,
      mockServices.rootConfig.factory({ data: { ...data } }),
    ],
  });
  await server.stop();
  return sources;
};

describe('the module ical', () => {
  it('does nothing where nothing is configured', async () => {
    expect(await startedWith({})).toEqual([]);
  });

  it('makes each calendar a source', async () => {
    const url = 'https://cal.example/basic.ics';
    const calendars = [
      { id: 'payments', title: 'Card Payments', for: 'payments', url },
      { id: 'search', for: 'search', url },
    ];
    expect(
      await startedWith({ sightline: { oncall: { calendars } } }),
    ).toMatchObject([
      { kind: 'pull', id: 'ical:payments', title: 'Calendar Card Payments' },
      { kind: 'pull', id: 'ical:search', title: 'Calendar search' },
    ]);
  });
});
