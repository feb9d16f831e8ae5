import { mockServices } from '@backstage/backend-test-utils';
import { resolve } from 'node:path';
import { readOnCallConfig } from './readOnCallConfig';

const read = (rotations?: object) =>
  readOnCallConfig(
    mockServices.rootConfig({
      data: { sightline: { oncall: { calendars: [], rotations } as never } },
    }),
  );

describe('readOnCallConfig', () => {
  it('looks every minute, into no folder, where nothing is said', () => {
    expect(read()).toEqual({
      ...{ folders: [], every: 60_000, remoteEvery: 300_000, atMost: 1_000 },
    });
  });

  it('reads folders from where the process runs', () => {
    expect(read({ folders: ['turns'], every: '30s', atMost: 5 })).toEqual({
      ...{ folders: [resolve('turns')], every: 30_000 },
      ...{ remoteEvery: 300_000, atMost: 5 },
    });
  });

  it.each([
    [{ folder: 'x' }, 'folder'],
    [{ every: '1ms' }, '1 second to 1 day'],
    [{ atMost: 0 }, 'it must be a whole number from 1 to 5000'],
  ])('names what is wrong in %j', (said, words) => {
    expect(() => read(said)).toThrow(words);
  });
});
