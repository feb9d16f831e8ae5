import { chooseWriters } from './chooseWriters';
import { CountedEdge } from './CountedEdge';

const edge = (writer: string, server: string, calls = 1): CountedEdge => ({
  writer,
  caller: { kind: 'service', environment: '', namespace: '', name: 'shop' },
  callee: { kind: 'service', environment: '', namespace: '', name: server },
  protocol: 'other',
  mode: 'sync',
  operation: '',
  minutes: new Map([
    [0, { calls, errors: 0, latency: [] }],
    [60_000, { calls, errors: 0, latency: [] }],
  ]),
});

const inWords = ({ edges, twice }: ReturnType<typeof chooseWriters>) => [
  edges.map(({ writer, callee }) => `${callee.name} by ${writer}`).sort(),
  twice,
];

describe('chooseWriters', () => {
  it('takes each edge from who knows the most edges, and says what is left out', () => {
    const edges = [
      ...['b', 'c', 'd'].map(server => edge('tempo', server, 5)),
      ...['a', 'b', 'c', 'e'].map(server => edge('otelcol', server)),
    ];
    expect(inWords(chooseWriters(edges))).toEqual([
      [
        'a by otelcol',
        'b by otelcol',
        'c by otelcol',
        'd by tempo',
        'e by otelcol',
      ],
      [{ taken: 'otelcol', leftOut: 'tempo', edges: 2, calls: 20 }],
    ]);
  });

  it('stays with a writer in whose edges nothing happened just now', () => {
    const edges = [edge('a', 'b', 0), edge('z', 'b', 7)];
    expect(inWords(chooseWriters(edges))).toEqual([
      ['b by a'],
      [{ taken: 'a', leftOut: 'z', edges: 1, calls: 14 }],
    ]);
  });

  it('adds up what one writer tells under several labels', () => {
    const edges = [edge('a', 'b'), edge('a', 'b')];
    expect(inWords(chooseWriters(edges))).toEqual([['b by a', 'b by a'], []]);
  });
});
