import { known, unknown } from './Known';

describe('known and unknown', () => {
  it('carry a value with its evidence', () => {
    const evidence = {
      source: 'catalog',
      observedAt: '2026-11-21T02:00:00.000Z',
      validFor: 60_000,
    };

    expect(known(0, evidence)).toEqual({ state: 'known', value: 0, evidence });
  });

  it('carry a reason, and a detail only where there is one', () => {
    expect(unknown('no-data')).toEqual({ state: 'unknown', reason: 'no-data' });
    expect(unknown('not-configured', 'Add a source')).toEqual({
      state: 'unknown',
      reason: 'not-configured',
      detail: 'Add a source',
    });
  });
});
