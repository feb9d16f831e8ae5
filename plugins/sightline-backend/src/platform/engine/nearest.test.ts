import { nearest } from './nearest';

describe('nearest', () => {
  it.each([
    ['promtheus', 'prometheus'],
    ['Prometheus', 'prometheus'],
    ['pager-duty', 'pagerduty'],
    ['zipkin', undefined],
  ])('%p means %p', (word, meant) => {
    expect(nearest(word, ['prometheus', 'pagerduty', 'pact'])).toBe(meant);
  });

  it('means nothing when nothing is known', () => {
    expect(nearest('pact', [])).toBeUndefined();
  });
});
