import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readObservedConfig } from './readObservedConfig';

const read = (observedDependencies?: JsonObject) =>
  readObservedConfig(
    mockServices.rootConfig({
      data: observedDependencies
        ? { catalog: { sightline: { observedDependencies } } }
        : {},
    }),
  );

describe('readObservedConfig', () => {
  it('is off unless somebody says so', () => {
    expect(read()).toBeUndefined();
    expect(read({})).toBeUndefined();
    expect(read({ enabled: false, every: '1s' })).toBeUndefined();
  });

  it('has defaults, and takes durations as Backstage writes them', () => {
    expect(read({ enabled: true })).toEqual({ every: 60_000, atMost: 200 });
    expect(read({ enabled: true, every: { minutes: 5 }, atMost: 50 })).toEqual({
      ...{ every: 300_000, atMost: 50 },
    });
    expect(read({ enabled: true, every: '2m' })?.every).toBe(120_000);
  });

  it.each([
    [
      { every: '1s' },
      'catalog.sightline.observedDependencies.every must be 10 seconds to 1 hour, not "1s"',
    ],
    [
      { every: { hours: 2 } },
      'catalog.sightline.observedDependencies.every must be 10 seconds to 1 hour, not {"hours":2}',
    ],
    [
      { atMost: 0 },
      'catalog.sightline.observedDependencies.atMost must be a whole number above 0, not 0',
    ],
  ])('refuses %j by key and value', (said, words) => {
    expect(() => read({ enabled: true, ...said })).toThrow(words);
  });
});
