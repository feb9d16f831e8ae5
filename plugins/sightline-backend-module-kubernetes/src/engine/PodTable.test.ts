import fc from 'fast-check';
import { GroupedTable } from './GroupedTable';
import { PodTable } from './PodTable';
import { KeptPod } from './shrinkPod';

const names = Array.from({ length: 12 }, (_, nth) => `shop/web-${nth}`);

const pods: fc.Arbitrary<KeptPod> = fc.record(
  {
    key: fc.constantFrom(...names),
    uid: fc.integer({ min: 0, max: 2 ** 30 }),
    version: fc.oneof(fc.nat({ max: 2 ** 50 }), fc.constant(NaN)),
    owner: fc.constantFrom('ReplicaSet/shop/a', 'ReplicaSet/shop/b'),
    running: fc.constant({ web: { image: 'shop/web:1', digest: 'sha256:1f' } }),
    restarts: fc.nat(),
    history: fc.record({ lastRestartAt: fc.nat() }),
  },
  { requiredKeys: ['key', 'uid', 'version', 'restarts'] },
);

const words = fc.array(
  fc.oneof(
    fc.record({ put: pods }),
    fc.record({ remove: fc.constantFrom(...names) }),
  ),
  { maxLength: 60 },
);

describe('pods in columns', () => {
  it('say the same as a table of rows, whatever comes and goes', () => {
    fc.assert(
      fc.property(words, all => {
        const columns = new PodTable();
        const rows = new GroupedTable<KeptPod>(({ owner }) =>
          owner === undefined ? [] : [owner],
        );
        for (const one of all) {
          for (const table of [columns, rows]) {
            if ('put' in one) table.set(one.put);
            else table.delete(one.remove);
          }
        }
        const seen = (table: PodTable | GroupedTable<KeptPod>) => ({
          size: table.size,
          rows: [...table.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
          each: [...table.keys()].sort().map(key => table.get(key)),
          groups: ['a', 'b'].map(name =>
            table
              .of(`ReplicaSet/shop/${name}`)
              .map(({ key }) => key)
              .sort(),
          ),
        });
        expect(seen(columns)).toEqual(seen(rows));
      }),
      { numRuns: 300 },
    );
  });

  it('take the places of those that went, and make more when all are taken', () => {
    const table = new PodTable();
    const pod = (nth: number): KeptPod => ({
      ...{ key: `shop/web-${nth}`, uid: nth, version: nth, restarts: nth },
      owner: `ReplicaSet/shop/${nth % 2}`,
    });
    for (let round = 0; round < 3; round += 1) {
      for (let nth = 0; nth < 1000; nth += 1) table.set(pod(nth));
      expect(table.get('shop/web-999')).toEqual(pod(999));
      expect(table.of('ReplicaSet/shop/1')).toHaveLength(500);
      for (let nth = 0; nth < 1000; nth += 1) table.delete(`shop/web-${nth}`);
      expect([table.size, table.of('ReplicaSet/shop/1')]).toEqual([0, []]);
    }
  });
});
