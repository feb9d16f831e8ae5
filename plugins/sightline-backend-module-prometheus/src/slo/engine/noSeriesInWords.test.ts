import { keyOf } from './grouped';
import { noSeriesInWords } from './noSeriesInWords';

const labels = ['service_namespace', 'service_name'];

describe('noSeriesInWords', () => {
  it.each([
    [
      [['shop', 'orders']],
      'Prometheus has no figures of orders. No series has {service_namespace="shop", service_name="orders"}',
    ],
    [
      [
        ['', 'a "b"'],
        ['shop', 'b'],
      ],
      'Prometheus has no figures of orders. No series has {service_namespace="", service_name="a \\"b\\""} or {service_namespace="shop", service_name="b"}',
    ],
    [
      [],
      'Prometheus has no figures of orders. No series can be looked for: its name is that of another service',
    ],
  ])('of %j says %s', (values, words) => {
    expect(noSeriesInWords('orders', labels, values.map(keyOf))).toBe(words);
  });

  it('names a few, and how many more', () => {
    const values = ['a', 'b', 'c', 'd', 'e'].map(name => keyOf([name]));
    expect(noSeriesInWords('orders', ['name'], values)).toBe(
      'Prometheus has no figures of orders. No series has {name="a"} or {name="b"} or {name="c"} or 2 more of its names',
    );
  });
});
