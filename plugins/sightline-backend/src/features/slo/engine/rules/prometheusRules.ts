import { Millis } from '@sightline/backstage-plugin-sightline-common';
import type {
  PromQuestions,
  PromRecording,
} from '@sightline/backstage-plugin-sightline-node';
import { answerGroups, Kept } from './answerGroups';
import { documentAlerts } from './documentRules';
import { FleetObjective, fleetRules } from './fleetRules';
import { inYaml, RuleGroup } from './Rule';
import { RuledObjective, windowsToKeep } from './RuledObjective';

type Questioned = RuledObjective & { questions: PromQuestions };

/**
 * Rules that make a Prometheus record what objectives are measured by, and alert
 * when they burn, as the text of a file. Where it is loaded, the same questions
 * are answered from what was recorded.
 */
export const prometheusRules = (
  objectives: readonly RuledObjective[],
  recording: PromRecording,
): string => {
  const asked = objectives.flatMap((one): Questioned[] => {
    const { indicator, objective } = one;
    const questions = recording.questionsOf(indicator, objective.budgeting);
    return questions ? [{ ...one, questions }] : [];
  });
  const fleet = asked.filter(isOfFleet);
  const documents = asked.filter(one => !isOfFleet(one));
  const groups: RuleGroup[] = [
    ...answerGroups(
      [...keptOfFleet(fleet, recording), ...documents.map(keptOfDocument)],
      recording,
    ),
    ...fleetRules(fleet, recording),
    ...documents.map(one => documentAlerts(one, recording)),
  ].filter(({ rules }) => rules.length > 0);
  return inYaml(groups, comments(objectives.length - asked.length));
};

const isOfFleet = (one: Questioned): one is FleetObjective =>
  one.indicator.by === 'template';

/** What counts the same total is kept together; see `answerGroups`. */
const keptOfFleet = (
  fleet: readonly FleetObjective[],
  recording: PromRecording,
): Kept[] => {
  const kept = new Map<string, Kept & { windows: Set<Millis> }>();
  for (const one of fleet) {
    const { total, part } = recording.recordedOf(one.questions);
    const before = kept.get(`${total?.id} ${part.id}`) ?? {
      name: `fleet ${total?.id ?? part.id}`,
      questions: one.questions,
      windows: new Set<Millis>(),
    };
    windowsToKeep(one).forEach(window => before.windows.add(window));
    kept.set(`${total?.id} ${part.id}`, before);
  }
  return [...kept.values()];
};

const keptOfDocument = (one: Questioned): Kept => ({
  name: one.objective.id,
  questions: one.questions,
  windows: new Set(windowsToKeep(one)),
});

const comments = (leftOut: number): string[] => [
  'Written by Sightline: answers to its questions, and alerts on error budgets.',
  'Load it in the Prometheus that is asked, and again when objectives change.',
  ...(leftOut > 0
    ? [
        `Left out: ${leftOut} ${
          leftOut === 1 ? 'objective that is' : 'objectives that are'
        } measured otherwise, by calls or by rules of their own.`,
      ]
    : []),
];
