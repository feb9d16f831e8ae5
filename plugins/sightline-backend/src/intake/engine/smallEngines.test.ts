import { durationInWords } from './inWords';
import { mentionedServices } from './mentionedServices';
import { spread } from './spread';

describe('durationInWords', () => {
  it.each([
    [0, 'under a second'],
    [999, 'under a second'],
    [1000, '1 second'],
    [40_000, '40 seconds'],
    [59_900, '1 minute'],
    [90_000, '2 minutes'],
    [3_600_000, '1 hour'],
    [200_000_000, '2 days'],
  ])('%p ms is %p', (ms, words) => {
    expect(durationInWords(ms)).toBe(words);
  });
});

describe('spread', () => {
  it('gives a name the same moment on every replica, and similar names different ones', () => {
    const names = Array.from({ length: 100 }, (_, at) => `pact:broker-${at}`);
    const moments = names.map(name => spread(name, 10_000));
    expect(names.map(name => spread(name, 10_000))).toEqual(moments);
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...moments)).toBeLessThan(10_000);
    expect(new Set(moments.map(at => Math.floor(at / 1000))).size).toBe(10);
  });

  it('is at once when there is nothing to spread over', () => {
    expect(spread('prometheus', 0)).toBe(0);
  });
});

describe('mentionedServices', () => {
  it('finds the services that statements name, whatever else a report holds', () => {
    const report: object = {
      names: [{ kind: 'otel', name: 'a', namespace: '' }],
      facts: [
        { service: 'component:default/a', facts: [] },
        { service: 'component:default/a', facts: [] },
      ],
      clues: [{ service: 'component:default/b', kind: 'host', value: 'x' }],
      garbage: [null, 7, { service: 8 }],
      single: { service: 'component:default/c' },
    };
    expect([...mentionedServices(report)]).toEqual([
      'component:default/a',
      'component:default/b',
    ]);
  });
});
