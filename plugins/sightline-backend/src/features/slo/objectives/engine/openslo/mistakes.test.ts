import fc from 'fast-check';
import { ordersSlo, written } from '../../__testUtils__/openSloFiles';
import { problemsOf, readOrders } from '../../__testUtils__/readOrders';

const target = '    - target: 0.995';
const window = '    - duration: 30d\n      isRolling: true';

describe('a mistake in a document is named with path, line and what to write', () => {
  it.each([
    [
      'apiVersion: openslo/v1',
      'apiVersion: openslo/v1alpha',
      '1 apiVersion: apiVersion is openslo/v1alpha; write it as openslo/v1: see the changes of its specification',
    ],
    [
      'apiVersion: openslo/v1',
      'apiVersion: openslo.com/v2alpha',
      '1 apiVersion: apiVersion is openslo.com/v2alpha; OpenSLO v2 is a draft that may change; write it as openslo/v1',
    ],
    [
      'apiVersion: openslo/v1',
      'apiVersion: openslo/V1',
      '1 apiVersion: apiVersion is openslo/V1; write openslo/v1',
    ],
    [
      'apiVersion: openslo/v1',
      'apiVersion: prometheus/v1',
      '1 -: There is no OpenSLO in this file; write documents that begin with apiVersion: openslo/v1',
    ],
    ['kind: SLO', 'kind: Slo', '2 kind: kind is "Slo"; did you mean SLO?'],
    [
      'kind: SLO',
      'kind: Promise',
      '2 kind: kind is "Promise"; write one of SLO, SLI, AlertPolicy, AlertCondition, Service, DataSource',
    ],
    [
      '  name: orders-availability\n',
      '',
      '3 metadata.name: name is missing; write a name such as orders-availability',
    ],
    [
      'name: orders-availability',
      'name: orders availability',
      '4 metadata.name: name is "orders availability"; write letters, digits, dots and hyphens, such as orders-availability',
    ],
    [
      '  service: orders',
      '  servce: orders',
      '6 spec.service: service is missing; write the name of a service in the catalog',
      "8 spec.servce: servce is no key that is known here; did you mean 'service'?",
    ],
    [
      'budgetingMethod: Occurrences',
      'budgetingMethod: Occurences',
      '29 spec.budgetingMethod: budgetingMethod is "Occurences"; write one of Occurrences, Timeslices, RatioTimeslices',
    ],
    [
      'budgetingMethod: Occurrences',
      'budgetingMethod: Timeslices',
      '31 spec.objectives[0].timeSliceWindow: timeSliceWindow is missing, and Timeslices need it; write the length of a slice, such as 1m',
      '31 spec.objectives[0].timeSliceTarget: timeSliceTarget is missing, and Timeslices need it; write the share of a slice that must be good, such as 0.95',
    ],
    [
      target,
      '    - target: 99.5',
      '31 spec.objectives[0].target: target is 99.5; write a share below 1, such as 0.999, or for percent targetPercent: 99.9',
    ],
    [
      target,
      '    - target: 1',
      '31 spec.objectives[0].target: target is 1; write a share below 1, such as 0.999, or for percent targetPercent: 99.9',
    ],
    [
      target,
      '    - target: 0',
      '31 spec.objectives[0].target: target is not above 0; write a share such as 0.999',
    ],
    [
      target,
      "    - target: '0.995'",
      '31 spec.objectives[0].target: target is "0.995"; write a number such as 0.999',
    ],
    [
      target,
      '    - targetPercent: 100',
      '31 spec.objectives[0].targetPercent: targetPercent is 100; write less than 100, such as 99.9',
    ],
    [
      target,
      '    - { target: 0.9, targetPercent: 90 }',
      '31 spec.objectives[0].targetPercent: targetPercent stands beside target; leave one of them out',
    ],
    [
      target,
      '    - displayName: Good',
      '31 spec.objectives[0].target: target is missing; write a share such as 0.999, or targetPercent: 99.9',
    ],
    [
      target,
      `${target}\n      compositeWeight: 2`,
      '32 spec.objectives[0].compositeWeight: compositeWeight is not supported: an objective made of several others; state each by itself',
    ],
    [
      target,
      `${target}\n  alertPolicies: [5]`,
      '32 spec.alertPolicies[0]: alertPolicies is 5; write a policy, or alertPolicyRef with its name',
    ],
    [
      target,
      `${target}\n  alertPolicies: [usual]`,
      "32 spec.alertPolicies[0].alertPolicyRef: alertPolicyRef names the AlertPolicy 'usual', which is in none of the files read with this one; write it there",
    ],
    [
      window,
      '    - duration: 30 days\n      isRolling: true',
      '27 spec.timeWindow[0].duration: duration is "30 days"; write a whole number and m, h, d, w, M (months), Q or Y, such as 30d',
    ],
    [
      window,
      '    - duration: 30m\n      isRolling: true',
      '27 spec.timeWindow[0].duration: duration must be at least 1h and at most 366d; write such as 30d',
    ],
    [
      window,
      '    - duration: 30d',
      '27 spec.timeWindow[0]: timeWindow neither rolls nor follows a calendar; add isRolling: true, or a calendar',
    ],
    [
      window,
      `${window}\n    - duration: 7d\n      isRolling: true`,
      '26 spec.timeWindow: timeWindow must have exactly one entry; write one window',
    ],
    [
      window,
      '    - { duration: 12h, calendar: { startTime: 2026-02-30 00:00:00, timeZone: Berlin } }',
      '27 spec.timeWindow[0].duration: duration of a calendar window must be in d, w, M, Q or Y, such as 1M',
      "27 spec.timeWindow[0].calendar.startTime: startTime is '2026-02-30 00:00:00', and there is no such moment; write one such as 2026-01-01 00:00:00",
      "27 spec.timeWindow[0].calendar.timeZone: timeZone is 'Berlin'; write an IANA time zone such as Europe/Berlin",
    ],
    [
      '        bad:',
      '        bads:',
      "16 spec.indicator.spec.ratioMetric.bads: bads is no key that is known here; did you mean 'bad'?",
    ],
    [
      '        total:',
      '        good:',
      '14 spec.indicator.spec.ratioMetric: ratioMetric has good and bad; leave one of them out',
    ],
    [
      '        total:',
      '        raw:',
      '14 spec.indicator.spec.ratioMetric: ratioMetric has raw and good, bad or total; leave either out',
    ],
    [
      '[$window]',
      '[5m]',
      '20 spec.indicator.spec.ratioMetric.bad.metricSource.spec.query: query has the fixed range [5m]; write [$window] instead, which stands for each window that is asked about',
    ],
    [
      'sum(increase(http_requests_total{service="orders",code=~"5.."}[$window]))',
      'http_requests_total',
      '20 spec.indicator.spec.ratioMetric.bad.metricSource.spec.query: query has no $window; write what happened in a window, such as sum(increase(http_requests_total[$window]))',
    ],
    [
      '[$window]',
      '[$__rate_interval]',
      '20 spec.indicator.spec.ratioMetric.bad.metricSource.spec.query: query has $__rate_interval, which nothing replaces here; write $window instead',
    ],
    [
      '            type: Prometheus\n',
      '            type: Datadog\n',
      '18 spec.indicator.spec.ratioMetric.bad.metricSource.type: type is Datadog, which cannot be asked here; write Prometheus (or what answers like it: Mimir, Thanos, Cortex, VictoriaMetrics)',
    ],
    [
      'counter: true',
      'counter: maybe',
      '15 spec.indicator.spec.ratioMetric.counter: counter is "maybe"; write true or false',
    ],
    [
      '  indicator:\n',
      '  indicatorRef: x\n  indicator:\n',
      '10 spec.indicator: indicator stands beside indicatorRef; leave one of them out',
    ],
  ] as [string, string, ...string[]][])(
    '%j written as %j',
    (line, instead, ...words) => {
      const said = problemsOf(written(ordersSlo, line, instead));
      expect(said).toEqual(words);
    },
  );

  it('spoils no other document of the file', () => {
    const two = `${written(ordersSlo, target, '    - target: 2')}---\n${written(
      ordersSlo,
      'name: orders-availability',
      'name: orders-two',
    )}`;
    const { slos, problems: wrong } = readOrders(two);
    expect(slos.map(({ name }) => name)).toEqual(['orders-two']);
    expect(wrong.map(({ slo }) => slo)).toEqual(['orders-availability']);
  });

  it('is a name that stands there twice', () => {
    expect(problemsOf(`${ordersSlo}---\n${ordersSlo}`)).toEqual([
      "36 metadata.name: The SLO 'orders-availability' is in this file twice; give them names of their own",
    ]);
  });
});

describe('what is passed over', () => {
  it('is noted, and spoils nothing', () => {
    const target2 = `---
apiVersion: openslo/v1
kind: AlertNotificationTarget
metadata: { name: pager }
spec: { target: slack }
---
apiVersion: backstage.io/v1alpha1
kind: Component
`;
    const { slos, problems: wrong, notes } = readOrders(ordersSlo + target2);
    expect([slos.length, wrong]).toEqual([1, []]);
    expect(notes.map(({ line, words }) => `${line}: ${words}`)).toEqual([
      '34: AlertNotificationTarget is passed over: who is told is the owner in the catalog',
      '38: This document is no OpenSLO, as its apiVersion is not openslo/v1; it is passed over',
    ]);
  });
});

describe('what others write and nobody needs', () => {
  it('is noted', () => {
    const { slos, notes } = readOrders(
      written(ordersSlo, target, `${target}\n      op: gt`),
    );
    expect([slos.length, notes.map(({ words }) => words)]).toEqual([
      1,
      ['op counts for nothing here, as the indicator is a ratioMetric'],
    ]);
  });
});

describe('what is no YAML', () => {
  it.each([
    ['a: [1, 2', 1],
    ['a: 1\na: 2\n', 2],
    ['- a\nb: c\n', 2],
    ['\tb: c\n', 1],
    ['', 1],
    ['just words', 1],
    ['[]', 1],
    ['null', 1],
    ['a: &a [1]\nb: *c\n', 1],
  ])('%j is a problem with a line', (text, line) => {
    const { slos, problems: wrong } = readOrders(text);
    expect([slos, wrong[0]?.line]).toEqual([[], line]);
  });

  it('spoils no other document of the file', () => {
    const { slos, problems: wrong } = readOrders(`b: *c\n---\n${ordersSlo}`);
    expect([slos.length, wrong.map(({ line }) => line)]).toEqual([1, [1]]);
  });

  it('cannot grow without end, nor go deep without end', () => {
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
      ...Array.from(
        { length: 9 },
        (_, at) =>
          `a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join(', ')}]`,
      ),
    ].join('\n');
    const deep = '['.repeat(60_000);
    expect(
      [bomb, deep].map(text => readOrders(text).problems.length > 0),
    ).toEqual([true, true]);
  });

  it('never throws, however a document was mutilated', () => {
    const lines = ordersSlo.split('\n');
    const cut = fc
      .tuple(fc.nat(ordersSlo.length), fc.nat(200), fc.string())
      .map(
        ([at, length, put]) =>
          ordersSlo.slice(0, at) + put + ordersSlo.slice(at + length),
      );
    const shuffled = fc.shuffledSubarray(lines).map(some => some.join('\n'));
    const values = fc
      .tuple(fc.nat(lines.length - 1), fc.json())
      .map(([at, json]) =>
        lines
          .map((line, n) =>
            n === at ? line.replace(/:.*$/, `: ${json}`) : line,
          )
          .join('\n'),
      );
    fc.assert(
      fc.property(fc.oneof(cut, shuffled, values, fc.string()), text => {
        const { slos, problems: wrong } = readOrders(text);
        for (const { line, words } of wrong) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(words).not.toBe('');
        }
        expect(slos.every(({ objectives }) => objectives.length > 0)).toBe(
          true,
        );
        expect(slos.length + wrong.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
