import fc from 'fast-check';
import { lookUp } from './lookUp';
import { emptyIndex, LookupIndex, nextIndex } from './LookupIndex';
import { LookupClue, ServiceSubject, Subject } from './Subject';

const done = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const { done: isDone, value } = work.next();
    if (isDone) return value;
  }
};

const service = (
  name: string,
  clues: LookupClue[] = [],
  more: Partial<ServiceSubject> = {},
): ServiceSubject => ({
  ...{ kind: 'service', ref: `component:default/${name}`, name, title: name },
  ...{ links: [], namespaces: [] },
  clues: [{ kind: 'name', value: name }, ...clues],
  ...more,
});

const indexOf = (subjects: readonly Subject[], before = emptyIndex) =>
  done(nextIndex(before, { put: subjects, gone: [] }));

const all = () => true;
const found = (index: LookupIndex, q: string, limit = 10) =>
  lookUp(index, { q, limit, mayRead: all }).matches.map(({ name }) => name);

const parts = 'pay order card ledger svc api db a eu1 x 7c9f8d x2x4q'.split(
  ' ',
);

/** Names as people make them up, some of them like others. */
const someNames = fc.uniqueArray(
  fc
    .tuple(
      fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('-', '_', '.'),
    )
    .map(([words, separator]) => words.join(separator)),
  { minLength: 1, maxLength: 30 },
);

const alias = { kind: 'alias', value: 'pay-api' };

describe('what is looked up', () => {
  it('has the service first whose name it is', () => {
    fc.assert(
      fc.property(someNames, names => {
        const index = indexOf(
          names.map((name, number) => service(name, number % 2 ? [alias] : [])),
        );
        expect(names.map(name => found(index, name, 1)[0])).toEqual(names);
      }),
    );
  });

  it('has a service whose name begins so, however much of it was typed', () => {
    fc.assert(
      fc.property(someNames, names => {
        const index = indexOf(names.map(name => service(name)));
        for (const name of names) {
          const typed = [...name].map((_, at) => name.slice(0, at + 1));
          const missed = typed.filter(
            begun => !found(index, begun, names.length).includes(name),
          );
          expect(missed).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('may be anything at all', () => {
    const index = indexOf([service('payments', [alias]), service('toString')]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), q => {
        const { matches } = lookUp(index, { q, limit: 10, mayRead: all });
        expect(matches.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ...[
      '',
      ' ',
      '🐳',
      '🐳🐙 \u0000',
      '(((',
      '.*',
      '-',
      '\\',
      '{',
      '}',
      '{=""}',
    ],
    ...['"', "'; drop table services;--", '\ud800', '../../etc/passwd'],
    ...['://', 'a://', '@', ':', '00-', 'null', '__proto__', 'constructor'],
    ...['x'.repeat(10_240), '-'.repeat(10_240), 'a:'.repeat(5_000)],
    ...['a.'.repeat(5_000), 'é'.repeat(10_240), 'a '.repeat(5_000)],
    ...['{a="'.repeat(2_000), '🐳'.repeat(3_000), 'x2x4q-'.repeat(2_000)],
  ])('is answered, nonsense or not (%#)', q => {
    const index = indexOf([service('payments'), service('constructor')]);
    const answer = lookUp(index, { q, limit: 10, mayRead: all });
    expect(answer.matches.length).toBeLessThanOrEqual(2);
  });

  it('a service that changed is found as it is now, whatever it was', () => {
    const many = Array.from({ length: 500 }, (_, n) => service(`service-${n}`));
    const first = indexOf(many);
    const renamed = { ...many[7], clues: [{ kind: 'name', value: 'ledger' }] };
    const second = done(
      nextIndex(first, { put: [renamed], gone: [many[8].ref] }),
    );
    const of = (index: LookupIndex) => [
      ...[found(index, 'ledger', 1), found(index, 'service-8', 1)],
      found(index, 'service-7', 1),
    ];
    expect(of(first)).toEqual([[], ['service-8'], ['service-7']]);
    expect(of(second)).toEqual([['service-7'], ['service-80'], ['service-70']]);
    expect(second.base).toBe(first.base);
  });

  it('the bulk is prepared anew when much of it changed', () => {
    const many = Array.from({ length: 500 }, (_, n) => service(`service-${n}`));
    const first = indexOf(many);
    const second = indexOf(
      many.slice(0, 300).map(one => ({ ...one, title: 'New' })),
      first,
    );
    expect([second.base === first.base, second.outdated.size]).toEqual([
      ...[false, 0],
    ]);
    expect(found(second, 'service-7')[0]).toBe('service-7');
  });

  it('says nothing of services that may not be seen, nor who answers for them', () => {
    const owner = { ref: 'group:default/risk', name: 'Risk', path: [] };
    const team: Subject = {
      ...{ kind: 'team', ref: owner.ref, name: 'Risk', groups: [] },
      clues: [{ kind: 'team', value: 'Risk' }],
    };
    const index = indexOf([service('fraud', [], { owner }), team]);
    const ask = (mayRead: (owner?: string) => boolean) => {
      const { matches, leftOut, parties } = lookUp(index, {
        ...{ q: 'risk', limit: 10, mayRead },
      });
      return [matches.length, leftOut, parties.length];
    };
    expect([ask(all), ask(asked => asked !== owner.ref)]).toEqual([
      ...[
        [1, 0, 1],
        [0, 0, 0],
      ],
    ]);
  });

  it('prefers the namespace that was named', () => {
    const index = indexOf([
      service('a', [{ kind: 'alias', value: 'api' }], { namespaces: ['shop'] }),
      service('b', [{ kind: 'alias', value: 'api' }], { namespaces: ['bank'] }),
    ]);
    expect(found(index, '{app="api",namespace="bank"}')[0]).toBe('b');
    expect(found(index, '{app="api",namespace="shop"}')[0]).toBe('a');
  });

  it('shows the one first that wakes people at night, where all else is equal', () => {
    const topic = { kind: 'topic', value: 'order-events' };
    const index = indexOf([
      service('a', [topic], { tier: 'T2' }),
      service('b', [topic], { tier: 'T0' }),
    ]);
    expect(found(index, 'order-events')).toEqual(['b', 'a']);
  });

  it('counts what is not in the list', () => {
    const many = Array.from({ length: 30 }, (_, n) => service(`service-${n}`));
    const { matches, leftOut } = lookUp(indexOf(many), {
      ...{ q: 'service', limit: 10, mayRead: all },
    });
    expect([matches.length, leftOut]).toEqual([10, 20]);
  });
});
