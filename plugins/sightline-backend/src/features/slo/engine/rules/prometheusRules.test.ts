import {
  Millis,
  Objective,
} from '@sightline/backstage-plugin-sightline-common';
import {
  Indicator,
  promRecording,
} from '@sightline/backstage-plugin-sightline-node';
import { AlertRule, defaultAlertRules } from '../judging';
import { promtool, whyNoPromtool } from './__testUtils__/promtool';
import { prometheusRules, RuledObjective } from '.';

const minute: Millis = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const onePage: AlertRule[] = [
  { severity: 'page', long: hour, short: 5 * minute, budgetShare: 0.02 },
];

const objective = (
  service: string,
  name: string,
  more: Partial<Objective> = {},
): Objective => ({
  id: `component:default/${service}/${name}`,
  service: `component:default/${service}`,
  ...{ name, title: `${name} of ${service}` },
  indicator: { kind: 'availability', words: 'requests that succeed' },
  target: 0.999,
  window: { kind: 'rolling', duration: 30 * day },
  budgeting: { method: 'occurrences' },
  origin: { kind: 'tier', where: 'sightline.slo.tiers.T0' },
  measuredBy: 'prometheus:main',
  ...more,
});

const template = (names: readonly string[][]): Indicator => ({
  by: 'template',
  bad: 'sum by (ns, name) (increase(calls_total{code=~"5.."}[$window]))',
  total: 'sum by (ns, name) (increase(calls_total[$window]))',
  labels: ['ns', 'name'],
  service: names,
});

const own: Indicator = {
  by: 'events',
  good: 'increase(settled_total[$window])',
  total: 'increase(payments_total[$window])',
};

const rulesOf = (...objectives: RuledObjective[]) =>
  prometheusRules(objectives, promRecording);

const fleet = (
  service: string,
  more: Partial<RuledObjective> = {},
): RuledObjective => ({
  objective: objective(service, 'availability'),
  indicator: template([['shop', service]]),
  rules: onePage,
  owner: 'group:default/shop',
  ...more,
});

const document: RuledObjective = {
  objective: objective('payments', 'settled', { target: 0.99 }),
  indicator: own,
  rules: onePage,
  link: 'https://portal.example/slos/settled',
};

const onPromtool = whyNoPromtool ? describe.skip : describe;
const titleOf = (title: string) =>
  whyNoPromtool ? `${title} (left out: ${whyNoPromtool})` : title;

describe('prometheusRules', () => {
  it('is a file without groups where there is nothing to record', () => {
    const calls: Indicator = { by: 'calls', of: 'availability' };
    expect(rulesOf({ ...document, indicator: calls })).toBe(
      `# Written by Sightline: answers to its questions, and alerts on error budgets.
# Load it in the Prometheus that is asked, and again when objectives change.
# Left out: 1 objective that is measured otherwise, by calls or by rules of their own.
groups: []
`,
    );
  });

  it('records a file’s questions and alerts on them', () => {
    const { total, part } = promRecording.recordedOf(
      promRecording.questionsOf(own, document.objective.budgeting)!,
    );
    const answer = (window: string, { id }: { id: string }, text: string) => `
      - record: "sightline:indicator:answer"
        expr: "${text}"
        labels:
          sightline_query: "${id}"
          sightline_window: "${window}"`;
    const all = (window: string) => `sum(increase(payments_total[${window}]))`;
    const good = (window: string) =>
      `sum(increase(settled_total[${window}])) or 0 * ${all(window)}`;
    const last = (window: string, { id }: { id: string }) =>
      `sum(last_over_time(sightline:indicator:answer{sightline_window=\\"${window}\\",sightline_query=~\\"${id}\\"}[3m]))`;
    const burns = (window: string) =>
      `((1 - ${last(window, part)} / ${last(
        window,
        total!,
      )}) > 14.4 * 0.01 and ((${last(
        window,
        total!,
      )}) * 0.01 * 14.4 >= 1 or (${last(window, total!)} - ${last(
        window,
        part,
      )}) >= 10))`;
    expect(rulesOf(document)).toBe(
      `# Written by Sightline: answers to its questions, and alerts on error budgets.
# Load it in the Prometheus that is asked, and again when objectives change.
groups:
  - name: "sightline component:default/payments/settled, every 60s"
    interval: 60s
    rules:${['5m', '1h']
      .map(
        window =>
          answer(window, total!, all(window)) +
          answer(window, part, good(window)),
      )
      .join('')}
  - name: "sightline component:default/payments/settled, every 300s"
    interval: 300s
    rules:${answer('30d', total!, all('30d'))}${answer(
        '30d',
        part,
        good('30d'),
      )}
  - name: "sightline alerts of component:default/payments/settled"
    interval: 60s
    rules:
      - alert: "SightlineErrorBudgetBurns"
        expr: "${burns('1h')} and ${burns('5m')}"
        labels:
          service: "component:default/payments"
          objective: "settled"
          severity: "page"
          long: "1h"
          short: "5m"
        annotations:
          summary: "settled of payments burns its error budget"
          link: "https://portal.example/slos/settled"
          description: "Over 1h and over 5m errors burn the budget more than 14.4 times as fast as it lasts."
`,
    );
  });

  it('records a fleet once, however many services share its template', () => {
    const text = rulesOf(fleet('payments'), fleet('orders'));
    const lines = text.split('\n');
    const count = (pattern: RegExp) =>
      lines.filter(line => pattern.test(line)).length;
    expect({
      answers: count(/record: "sightline:indicator:answer"/),
      targets: count(/record: "sightline:objective:target"/),
      alerts: count(/alert:/),
    }).toEqual({ answers: 3 * 2, targets: 2, alerts: 1 });
  });

  it('alerts apart for those who promise over another time', () => {
    const week = objective('orders', 'availability', {
      window: {
        kind: 'calendar',
        unit: 'week',
        every: 1,
        start: '',
        timeZone: 'UTC',
      },
    });
    const text = rulesOf(
      fleet('payments'),
      fleet('orders', { objective: week, rules: defaultAlertRules(7 * day) }),
    );
    expect(text).toContain(' > 14.4 * ');
    expect(text).toContain(' > 13.44 * ');
    expect(text.match(/alert:/g)).toHaveLength(5);
  });
});

onPromtool(titleOf('what promtool says of the rules'), () => {
  it('accepts them, whatever people and things are called', async () => {
    const odd = 'a "b" \\ {{ $value }} \n{{.x}} ☂ \ud83d #: - |';
    const text = rulesOf(
      fleet('payments'),
      fleet('orders', {
        indicator: template([
          ['shop', odd],
          ['', 'orders'],
        ]),
        owner: odd,
        link: odd,
        runbook: odd,
      }),
      {
        ...document,
        objective: objective('payments', odd, { title: odd }),
        owner: odd,
        runbook: odd,
      },
      {
        ...document,
        objective: objective('payments', 'slices', {
          budgeting: { method: 'timeslices', slice: minute, good: 0.95 },
        }),
        rules: defaultAlertRules(30 * day),
      },
      {
        ...document,
        objective: objective('payments', 'share', {
          budgeting: { method: 'ratio-timeslices', slice: minute },
        }),
        indicator: { by: 'ratio', of: 'good', query: 'job:share:ratio' },
      },
    );
    const { agrees, said } = await promtool(['check', 'rules', 'rules.yml'], {
      'rules.yml': text,
    });
    expect({ agrees, said, finds: /FAILED/.test(said) }).toEqual({
      agrees: true,
      said: expect.stringContaining('SUCCESS'),
      finds: false,
    });
  });

  it('sees those burn, and only those, that burn', async () => {
    const rules = rulesOf(
      fleet('payments', { runbook: 'https://runbooks.example/payments' }),
      fleet('orders'),
      fleet('quiet'),
      fleet('renamed', {
        indicator: template([
          ['shop', 'old-name'],
          ['shop', 'renamed'],
        ]),
      }),
      document,
    );
    // A fiftieth of all payments fails, and of what has two names together.
    const series = (labels: string, grows: string) => ({
      labels,
      values: `0+${grows}x120`,
    });
    const calls = [
      series('calls_total{ns="shop",name="payments",code="500"}', '12'),
      series('calls_total{ns="shop",name="payments",code="200"}', '588'),
      series('calls_total{ns="shop",name="orders",code="200"}', '60'),
      series('calls_total{ns="shop",name="old-name",code="500"}', '2.4'),
      series('calls_total{ns="shop",name="old-name",code="200"}', '57.6'),
      series('calls_total{ns="shop",name="renamed",code="200"}', '60'),
      series('calls_total{ns="shop",name="nobody",code="500"}', '60'),
      // A failure now and then, where hardly anything happens.
      series('calls_total{ns="shop",name="quiet",code="500"}', '0.05'),
      series('calls_total{ns="shop",name="quiet",code="200"}', '0.2'),
      series('payments_total{shard="a"}', '60'),
      series('settled_total{shard="a"}', '40'),
    ];
    const burning = (service: string, runbook = '') => `
          - exp_labels:
              ${['service', 'sightline_service']
                .map(label => `${label}: component:default/${service}`)
                .join('\n              ')}
              objective: availability
              sightline_objective: availability
              sightline_policy: "0"
              owner: group:default/shop
              sightline_owner: group:default/shop
              ${runbook && `sightline_runbook: ${runbook}`}
              severity: page
              long: 1h
              short: 5m
            exp_annotations:
              summary: availability of component:default/${service} burns its error budget
              description: Over 1h and over 5m errors burn the budget more than 14.4 times as fast as it lasts.
              link: ""
              runbook_url: "${runbook}"`;
    const test = `rule_files: [rules.yml]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series:
${calls
  .map(
    ({ labels, values }) =>
      `      - series: '${labels}'\n        values: '${values}'`,
  )
  .join('\n')}
    alert_rule_test:
      - eval_time: 100m
        alertname: SightlineErrorBudgetBurns
        exp_alerts:${burning(
          'payments',
          'https://runbooks.example/payments',
        )}${burning('renamed')}
          - exp_labels:
              service: component:default/payments
              objective: settled
              severity: page
              long: 1h
              short: 5m
            exp_annotations:
              summary: settled of payments burns its error budget
              link: https://portal.example/slos/settled
              description: Over 1h and over 5m errors burn the budget more than 14.4 times as fast as it lasts.
`;
    const { agrees, said } = await promtool(['test', 'rules', 'test.yml'], {
      'rules.yml': rules,
      'test.yml': test,
    });
    expect({ agrees, said: agrees ? '' : said }).toEqual({
      agrees: true,
      said: '',
    });
  });
});
