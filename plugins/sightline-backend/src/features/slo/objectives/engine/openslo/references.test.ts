import { ordersSlo, written } from '../../__testUtils__/openSloFiles';
import {
  bad,
  measuredBy,
  metric,
  objectivesOf,
  problemsOf,
  total,
  withIndicator,
} from '../../__testUtils__/readOrders';

const sli = (spec: string) => `apiVersion: openslo/v1
kind: SLI
metadata:
  name: accepted
spec:
${spec}`;

describe('references', () => {
  const referring = measuredBy('  indicatorRef: accepted');
  const ratio = `  ratioMetric: { bad: ${metric(
    bad.replaceAll("'", ''),
  )}, total: ${metric(total)} }\n`;

  it('lead to another file, or another document of the same', () => {
    const elsewhere = objectivesOf(referring, { 'sli.yaml': sli(ratio) });
    const beside = objectivesOf(`${referring}---\n${sli(ratio)}`);
    expect([elsewhere[0].measure, beside[0].measure]).toEqual([
      { by: 'events', bad, total },
      { by: 'events', bad, total },
    ]);
  });

  it('say where what they lead to is wrong', () => {
    expect(
      problemsOf(referring, {
        'sli.yaml': sli(ratio.replaceAll('[$window]', '[5m]')),
      }),
    ).toEqual([
      "9 spec.indicatorRef: In the SLI 'accepted' (sli.yaml, line 6): query has the fixed range [5m]; write [$window] instead, which stands for each window that is asked about",
      "9 spec.indicatorRef: In the SLI 'accepted' (sli.yaml, line 6): query has the fixed range [5m]; write [$window] instead, which stands for each window that is asked about",
    ]);
  });

  it('must lead somewhere, and to one thing', () => {
    expect(problemsOf(referring)).toEqual([
      "9 spec.indicatorRef: indicatorRef names the SLI 'accepted', which is in none of the files read with this one; write it there",
    ]);
    expect(
      problemsOf(referring, {
        'a.yaml': sli(ratio).replace('name: accepted', 'name: acepted'),
      }),
    ).toEqual([
      "9 spec.indicatorRef: indicatorRef names the SLI 'accepted', which is in none of the files read with this one; did you mean 'acepted'?",
    ]);
    expect(
      problemsOf(referring, { 'a.yaml': sli(ratio), 'b.yaml': sli(ratio) }),
    ).toEqual([
      "9 spec.indicatorRef: indicatorRef names the SLI 'accepted', which is there twice; give them names of their own",
    ]);
  });

  it('to a data source say who is to measure', () => {
    const spec = (ref: string) =>
      `{ ratioMetric: { rawType: failure, raw: { metricSource: { metricSourceRef: ${ref}, spec: { query: a } } } } }`;
    const dataSource = (type: string, more = '') =>
      `apiVersion: openslo/v1\nkind: DataSource\nmetadata:\n  name: metrics${more}\nspec: { type: ${type} }\n`;
    const sources = [
      objectivesOf(withIndicator(spec('main')))[0],
      objectivesOf(withIndicator(spec('metrics')), {
        'd.yaml': dataSource(
          'Prometheus',
          '\n  annotations: { sightline.dev/source: prometheus:eu }',
        ),
      })[0],
    ].map(({ source: id }) => id);
    expect(sources).toEqual(['prometheus:main', 'prometheus:eu']);
    expect(
      problemsOf(withIndicator(spec('metrics')), {
        'd.yaml': dataSource('Datadog'),
      }),
    ).toEqual([
      '9 spec.indicator.spec.ratioMetric.raw.metricSource.metricSourceRef: type is Datadog, which cannot be asked here; write Prometheus (or what answers like it: Mimir, Thanos, Cortex, VictoriaMetrics)',
    ]);
  });
});

describe('alert policies', () => {
  const condition = `kind: AlertCondition
metadata:
  name: fast
spec:
  severity: page
  condition: { kind: burnrate, op: gt, threshold: 14.4, lookbackWindow: 1h, alertAfter: 5m }
`;
  const inline = (more = '') =>
    `${ordersSlo}  alertPolicies:
    - kind: AlertPolicy
      metadata: { name: x }
      spec:${more}
        conditions:
          - ${condition.trim().replaceAll('\n', '\n            ')}
`;
  const page = {
    ...{ severity: 'page', long: 3_600_000, short: 300_000 },
    budgetShare: 0.02,
  };

  it('become rules, wherever they are written', () => {
    const policy = `apiVersion: openslo/v1
kind: AlertPolicy
metadata: { name: usual }
spec: { conditions: [{ conditionRef: fast }], notificationTargets: [{ targetRef: pager }] }
`;
    const named = `${ordersSlo}  alertPolicies: [{ alertPolicyRef: usual }]\n`;
    const others = {
      'policy.yaml': policy,
      'condition.yaml': `apiVersion: openslo/v1\n${condition}`,
    };
    expect(
      [objectivesOf(inline()), objectivesOf(named, others)].map(
        ([{ rules }]) => rules,
      ),
    ).toEqual([[page], [page]]);
  });

  it('take a twelfth for the short window where they say none', () => {
    const [{ rules }] = objectivesOf(
      inline()
        .replace(', alertAfter: 5m', '')
        .replace('lookbackWindow: 1h', 'lookbackWindow: 6h')
        .replace('severity: page', 'severity: warning')
        .replace('14.4', '6'),
    );
    expect(rules).toEqual([
      {
        ...{ severity: 'ticket', long: 6 * 3_600_000, short: 1_800_000 },
        budgetShare: 0.05,
      },
    ]);
  });

  it('that are switched off alert nobody', () => {
    const [{ rules }] = objectivesOf(
      inline('\n        alertWhenBreaching: false'),
    );
    expect(rules).toEqual([]);
  });

  it.each([
    [
      'severity: page',
      'severity: loud',
      "41 spec.alertPolicies[0].spec.conditions[0].spec.severity: severity is 'loud'; write page (wake somebody) or ticket (tomorrow)",
    ],
    [
      'alertAfter: 5m',
      'alertAfter: 2h',
      '42 spec.alertPolicies[0].spec.conditions[0].spec.condition.alertAfter: alertAfter is 2h, as long as lookbackWindow; write a shorter one, such as a twelfth of it',
    ],
    [
      'lookbackWindow: 1h',
      'lookbackWindow: 60d',
      '42 spec.alertPolicies[0].spec.conditions[0].spec.condition.lookbackWindow: lookbackWindow is 60d, longer than the window of the SLO; write a shorter one, such as 1h',
    ],
    [
      'threshold: 14.4',
      'threshold: 1000',
      '42 spec.alertPolicies[0].spec.conditions[0].spec.condition.threshold: threshold is 1000, at which 1h would use more than the whole budget; write at most 720',
    ],
    [
      'kind: burnrate',
      'kind: averageburnrate',
      '42 spec.alertPolicies[0].spec.conditions[0].spec.condition.kind: kind is "averageburnrate"; write burnrate, which is the only kind',
    ],
  ])('refuse %s written as %s', (line, instead, words) => {
    expect(problemsOf(written(inline(), line, instead))).toEqual([words]);
  });
});
