import { errorBudget } from '@sightline/backstage-plugin-sightline-common';
import type {
  PromQuestions,
  PromRecording,
} from '@sightline/backstage-plugin-sightline-node';
import { periodOf } from '../../objectives/engine/periodOf';
import { alertRules } from './alertRules';
import { literal, RuleGroup } from './Rule';
import { fewestBadEvents, RuledObjective } from './RuledObjective';

export type DocumentObjective = RuledObjective & { questions: PromQuestions };

/** The alerts of one objective that has questions of its own. */
export const documentAlerts = (
  one: DocumentObjective,
  recording: PromRecording,
): RuleGroup => {
  const { objective, questions, rules, owner, link, runbook } = one;
  const { service, name, target } = objective;
  return {
    name: `sightline alerts of ${objective.id}`,
    interval: 60_000,
    rules: alertRules(
      {
        ...{ questions, rules, period: periodOf(objective.window) },
        budget: String(errorBudget(target)),
        minimumBadEvents: fewestBadEvents(one),
        select: answers => `sum(${answers})`,
        labels: {
          service: literal(service),
          ...(owner !== undefined && { owner: literal(owner) }),
          objective: literal(name),
        },
        annotations: {
          summary: literal(`${objective.title} burns its error budget`),
          ...(link !== undefined && { link: literal(link) }),
          ...(runbook !== undefined && { runbook_url: literal(runbook) }),
        },
      },
      recording,
    ),
  };
};
