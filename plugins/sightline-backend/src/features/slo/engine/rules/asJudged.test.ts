import {
  Millis,
  Objective,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { promRecording } from '@sightline/backstage-plugin-sightline-node';
import { AlertRule, judgeObjective, windowsToAsk } from '../judging';
import { promtool, whyNoPromtool } from './__testUtils__/promtool';
import { prometheusRules } from '.';

jest.setTimeout(60_000);

const minute: Millis = 60_000;
const hour = 60 * minute;
const now = Date.parse('2026-11-21T02:00:00Z');

const rules: AlertRule[] = [
  { severity: 'page', long: hour, short: 5 * minute, budgetShare: 0.02 },
];

/** So many calls a minute, and what share of them fails. */
type Traffic = { name: string; calls: number; share: number };

// Pages above 1.44 %: on both sides of that, with few calls and with many.
const traffic: Traffic[] = [0.2, 1, 6, 12, 60, 600].flatMap(calls =>
  [0, 0.005, 0.014, 0.0148, 0.05, 0.4, 1].map((share, n) => ({
    ...{ name: `s${calls * 10}-${n}`, calls, share },
  })),
);

const objectiveOf = ({ name }: Traffic): Objective => ({
  id: `component:default/${name}/availability`,
  service: `component:default/${name}`,
  ...{ name: 'availability', title: 'It answers', target: 0.999 },
  indicator: { kind: 'availability', words: 'requests that succeed' },
  window: { kind: 'rolling', duration: 720 * hour },
  budgeting: { method: 'occurrences' },
  origin: { kind: 'tier', where: 'sightline.slo.tiers.T0' },
  measuredBy: 'prometheus:main',
});

const isPaged = (one: Traffic, minimumBadEvents: number): boolean => {
  const objective = objectiveOf(one);
  const { status } = judgeObjective({
    ...{ objective, rules, minimumBadEvents, now },
    kept: {
      measurement: {
        ...{ objective: objective.id, at: now },
        windows: windowsToAsk(objective, rules, now).map(window => {
          const total = (one.calls * window) / minute;
          return {
            window,
            measured: { what: 'counted', total, bad: total * one.share },
          };
        }),
      },
      evidence: {
        ...{ source: 'slo:prometheus:main', validFor: 3 * minute },
        observedAt: toIso(now),
      },
    },
  });
  return status.alert?.severity === 'page';
};

const fileOf = (minimumBadEvents: number) =>
  prometheusRules(
    traffic.map(one => ({
      ...{ objective: objectiveOf(one), rules, minimumBadEvents },
      indicator: {
        by: 'template',
        bad: 'sum by (name) (increase(calls_total{code="500"}[$window]))',
        total: 'sum by (name) (increase(calls_total[$window]))',
        labels: ['name'],
        service: [[one.name]],
      },
    })),
    promRecording,
  );

const seriesOf = ({ name, calls, share }: Traffic) =>
  [
    ['500', calls * share],
    ['200', calls * (1 - share)],
  ].map(
    ([code, grows]) => `
      - series: 'calls_total{name="${name}",code="${code}"}'
        values: '0+${grows}x75'`,
  );

const alertOf = ({ name }: Traffic) => `
          - exp_labels:
              service: component:default/${name}
              sightline_service: component:default/${name}
              objective: availability
              sightline_objective: availability
              sightline_policy: "0"
              severity: page
              long: 1h
              short: 5m
            exp_annotations:
              summary: availability of component:default/${name} burns its error budget
              description: Over 1h and over 5m errors burn the budget more than 14.4 times as fast as it lasts.
              link: ""
              runbook_url: ""`;

const onPromtool = whyNoPromtool ? describe.skip : describe;
const titleOf = (title: string) =>
  whyNoPromtool ? `${title} (left out: ${whyNoPromtool})` : title;

onPromtool(titleOf('what Prometheus alerts on'), () => {
  it.each([1, 25])(
    'is what is judged here to page, where %i bad ones must be possible',
    async minimum => {
      const paged = traffic.filter(one => isPaged(one, minimum));
      const test = `rule_files: [rules.yml]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series:${traffic.flatMap(seriesOf).join('')}
    alert_rule_test:
      - eval_time: 70m
        alertname: SightlineErrorBudgetBurns
        exp_alerts:${paged.map(alertOf).join('')}
`;
      const { agrees, said } = await promtool(['test', 'rules', 'test.yml'], {
        'rules.yml': fileOf(minimum),
        'test.yml': test,
      });
      expect({ agrees, said: agrees ? '' : said }).toEqual({
        ...{ agrees: true, said: '' },
      });
      // Neither says yes to all, or no.
      expect(paged.length).toBeGreaterThan(3);
      expect(paged.length).toBeLessThan(traffic.length / 2 + 1);
    },
  );
});
