import { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { CountedEdge, MinuteCounts } from './CountedEdge';
import { toReports } from './toReports';

const minute = 60_000;
const start = Date.parse('2026-11-21T02:00:00Z');
const writer = 'prometheus:main service-graph metrics';

const service = (name: string): CallNode => ({
  kind: 'service',
  environment: '',
  namespace: '',
  name,
});

const edge = (
  from: string,
  to: string,
  counts: (MinuteCounts | undefined)[],
): CountedEdge => ({
  writer: 'collector',
  caller: service(from),
  callee: service(to),
  protocol: 'other',
  mode: 'sync',
  operation: '',
  minutes: new Map(
    counts.flatMap((one, nth) => (one ? [[start + nth * minute, one]] : [])),
  ),
});

const counted = (calls: number, errors = 0): MinuteCounts => ({
  calls,
  errors,
  latency: [79, calls],
});

const minutes = [0, 1, 2].map(nth => start + nth * minute);

describe('toReports', () => {
  it('makes a report of each minute in which somebody called, and of the last', () => {
    const reports = toReports(
      [
        edge('a', 'b', [counted(3, 1), undefined, counted(0)]),
        edge('b', 'c', [counted(2)]),
      ],
      { writer, minutes },
    );
    const same = {
      minute: start,
      protocol: 'other',
      mode: 'sync',
      evidence: 'metric',
      operation: '',
      retries: 0,
      firstSeen: start,
      lastSeen: start + minute - 1,
      samples: { slowest: '' },
    };
    expect(reports).toEqual([
      {
        writer,
        sequence: start / minute,
        nodes: [service('a'), service('b'), service('c')],
        edges: [
          {
            ...same,
            ...{ caller: 0, callee: 1, calls: 3, errors: 1, latency: [79, 3] },
            ...{ estimated: 3, unweighted: 3 },
          },
          {
            ...same,
            ...{ caller: 1, callee: 2, calls: 2, errors: 0, latency: [79, 2] },
            ...{ estimated: 2, unweighted: 2 },
          },
        ],
        sightings: [],
      },
      {
        ...{ writer, sequence: start / minute + 2 },
        ...{ nodes: [], edges: [], sightings: [] },
      },
    ]);
  });

  it.each([
    [0.2, 0.1, 1, 0],
    [2.5, 2.5, 3, 3],
    [7.4, 9, 7, 7],
  ])(
    'has %d calls with %d errors as whole ones, and as they are',
    (calls, errors, wholeCalls, wholeErrors) => {
      const [{ edges }] = toReports(
        [edge('a', 'b', [counted(calls, errors)])],
        {
          writer,
          minutes: [start],
        },
      );
      expect(edges[0]).toMatchObject({
        calls: wholeCalls,
        errors: wholeErrors,
        estimated: calls,
      });
    },
  );
});
