import fc from 'fast-check';
import { Series } from '../../client/engine/readAnswer';
import {
  counted,
  countedBy,
  covers,
  isAllZero,
  isEmpty,
  sumAt,
} from './counted';
import { grouped, keyOf, sumOf } from './grouped';
import { createPlaces } from './Places';

const labels = ['namespace', 'name'];
const text = fc.constantFrom('', 'shop', 'orders', 'cart');
const names = fc.tuple(text, text);
const series = (label: string) =>
  fc
    .record({ names, part: fc.constantFrom('0', '1', '2'), value: fc.nat() })
    .map(
      ({ names: [namespace, name], part, value }): Series => ({
        // What is empty may as well not be there.
        labels: { ...(namespace && { namespace }), name, [label]: part },
        values: [[0, value]],
        histograms: [],
      }),
    );

describe('what is counted by places', () => {
  it('is what is grouped by names, under any of the names of a service', () => {
    fc.assert(
      fc.property(
        fc.array(series('other')),
        fc.array(fc.uniqueArray(names, { selector: keyOf, maxLength: 3 })),
        (answer, services) => {
          const places = createPlaces(labels);
          const asked = services.map(one => one.map(places.of));
          const counts = counted(answer, places);
          const groups = grouped(answer, labels);
          expect(asked.map(one => sumAt(counts, one))).toEqual(
            services.map(one => sumOf(groups, one.map(keyOf))),
          );
          expect(isEmpty(counts)).toBe(answer.length === 0);
          expect(isAllZero(counts)).toBe(
            answer.every(({ values }) => values[0][1] === 0),
          );
        },
      ),
    );
  });

  it('is taken apart by the question that each series answers', () => {
    fc.assert(
      fc.property(fc.array(series('part')), fc.array(names), (answer, all) => {
        const places = createPlaces(labels);
        all.forEach(places.of);
        const parts = countedBy(
          'part',
          answer,
          new Map([
            ['0', places],
            ['1', places],
          ]),
        );
        expect([...parts]).toEqual(
          ['0', '1'].map(part => [
            part,
            counted(
              answer.filter(one => one.labels.part === part),
              places,
            ),
          ]),
        );
      }),
    );
  });

  it('covers another when nobody is missing', () => {
    const places = createPlaces(['name']);
    ['orders', 'cart'].forEach(name => places.of([name]));
    const of = (...said: string[]) =>
      counted(
        said.map(name => ({
          ...{ labels: { name }, histograms: [] },
          values: [[0, 0]],
        })),
        places,
      );
    expect(covers(of('orders', 'cart'), of('cart'))).toBe(true);
    expect(covers(of('cart'), of('cart', 'orders'))).toBe(false);
  });

  it('has one place for a question without labels', () => {
    const places = createPlaces([]);
    const here = places.of([]);
    const one: Series = {
      labels: { a: 'b' },
      values: [[0, 7]],
      histograms: [],
    };
    expect(sumAt(counted([one], places), [here])).toEqual({
      sum: 7,
      series: 1,
    });
  });
});
