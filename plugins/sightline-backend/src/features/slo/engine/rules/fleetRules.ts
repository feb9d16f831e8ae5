import type {
  Indicator,
  PromQuestions,
  PromRecording,
} from '@sightline/backstage-plugin-sightline-node';
import { periodOf } from '../../objectives/engine/periodOf';
import { alertRules } from './alertRules';
import { Rule, RuleGroup } from './Rule';
import { fewestBadEvents, RuledObjective } from './RuledObjective';

/** An objective of a template, with what it is measured by. */
export type FleetObjective = RuledObjective & {
  indicator: Extract<Indicator, { by: 'template' }>;
  questions: PromQuestions;
};

// Apart from the labels of metrics, which may well have a `service` of their own.
const who = {
  service: 'sightline_service',
  objective: 'sightline_objective',
  owner: 'sightline_owner',
  link: 'sightline_link',
  runbook: 'sightline_runbook',
} as const;
const policyLabel = 'sightline_policy';
const by = Object.values(who).join(', ');

/**
 * Prometheus knows nothing of tiers and owners, so each objective is recorded with
 * them; one alert a pair of windows is enough for all that share a template.
 *
 * ```
 *   answer{service_name="payments"}            what is counted
 *      × target{service_name="payments",       what is promised, and by whom
 *               sightline_service="component:default/payments", …}
 * ```
 */
export const fleetRules = (
  all: readonly FleetObjective[],
  recording: PromRecording,
): RuleGroup[] => {
  const alike = new Map<string, FleetObjective[]>();
  for (const one of all) {
    const policy = policyOf(one, recording);
    const those = alike.get(policy);
    if (those) those.push(one);
    else alike.set(policy, [one]);
  }
  const targets: Rule[] = [];
  const alerts: Rule[] = [];
  [...alike.values()].forEach((those, nth) => {
    const policy = String(nth);
    targets.push(...those.flatMap(one => targetRules(one, policy, recording)));
    alerts.push(...fleetAlerts(those[0], policy, recording));
  });
  return [
    { name: 'sightline what is promised', interval: 60_000, rules: targets },
    { name: 'sightline alerts of the fleet', interval: 60_000, rules: alerts },
  ].filter(({ rules }) => rules.length > 0);
};

/** What one alert can serve. */
const policyOf = (one: FleetObjective, recording: PromRecording) => {
  const { objective, questions, rules } = one;
  const { total, part } = recording.recordedOf(questions);
  return JSON.stringify([
    ...[total?.id, part.id, questions.labels],
    ...[periodOf(objective.window), fewestBadEvents(one), rules],
  ]);
};

/** One for each name by which the metrics know the service. */
const targetRules = (
  { objective, indicator, owner, link, runbook }: FleetObjective,
  policy: string,
  { names }: PromRecording,
): Rule[] =>
  indicator.service.map(
    (values): Rule => ({
      record: names.target,
      expr: `vector(${objective.target})`,
      labels: {
        ...Object.fromEntries(
          indicator.labels.map((label, nth) => [label, values[nth] ?? '']),
        ),
        [policyLabel]: policy,
        [who.service]: objective.service,
        [who.objective]: objective.name,
        ...(owner !== undefined && { [who.owner]: owner }),
        ...(link !== undefined && { [who.link]: link }),
        ...(runbook !== undefined && { [who.runbook]: runbook }),
      },
    }),
  );

const fleetAlerts = (
  one: FleetObjective,
  policy: string,
  recording: PromRecording,
): Rule[] => {
  const { objective, questions, rules } = one;
  const target = `${recording.names.target}{${policyLabel}="${policy}"}`;
  const on = questions.labels.join(', ');
  return alertRules(
    {
      ...{ questions, rules, period: periodOf(objective.window) },
      minimumBadEvents: fewestBadEvents(one),
      budget: `(1 - max by (${by}) (${target}))`,
      select: answers =>
        `sum by (${by}) (sum by (${on}) (${answers}) * on (${on}) group_right () (${target} > bool 0))`,
      labels: {
        service: `{{ $labels.${who.service} }}`,
        owner: `{{ $labels.${who.owner} }}`,
        objective: `{{ $labels.${who.objective} }}`,
        // Told apart by their own labels, not only by what they are filled with.
        [policyLabel]: policy,
      },
      annotations: {
        summary: `{{ $labels.${who.objective} }} of {{ $labels.${who.service} }} burns its error budget`,
        link: `{{ $labels.${who.link} }}`,
        runbook_url: `{{ $labels.${who.runbook} }}`,
      },
    },
    recording,
  );
};
