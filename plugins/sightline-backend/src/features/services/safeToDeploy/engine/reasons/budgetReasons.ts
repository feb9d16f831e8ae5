import {
  DeployReason,
  ObjectiveStatus,
} from '@sightline/backstage-plugin-sightline-common';
import { asClause } from '../inWords';
import { FindingsAt } from '../Told';
import { portalLink } from './portalLink';
import { unknownReason } from './unknownReason';

/**
 * Each objective that says no or that nobody can tell, and one line for those that
 * are well. What burns slowly is for tomorrow: it is told, and holds nobody back.
 *
 * ```
 *   older than it may be        unknown, with what was known last
 *   somebody is paged           no
 *   the budget is spent         no, also while it burns slowly
 *   unknown                     unknown; nobody measures it, or too little
 *                               happens to spend a budget: weighs nothing
 *   else                        yes
 * ```
 */
export const budgetReasons = (findings: FindingsAt): DeployReason[] => {
  const { objectives } = findings;
  if (objectives.state === 'unknown') {
    return [unknownReason('budget', objectives)];
  }
  const read = objectives.value.map(status => ({
    status,
    reason: { ...reasonOf(status), ...linkTo(status, findings) },
  }));
  const [worst, ...others] = read.filter(
    ({ reason }) => reason.answer === 'yes',
  );
  return [
    ...read
      .filter(({ reason }) => reason.answer !== 'yes')
      .map(({ reason }) => reason),
    ...(worst
      ? [{ ...worst.reason, words: ofAll(worst.reason.words, others.length) }]
      : []),
  ];
};

const ofAll = (words: string, others: number) =>
  others > 0 ? `${asClause(words)}; ${others} more hold, too` : words;

const linkTo = ({ objective }: ObjectiveStatus, findings: FindingsAt) => {
  const query = `slo?objective=${encodeURIComponent(objective.name)}`;
  return portalLink(findings, objective.service, query);
};

const reasonOf = (status: ObjectiveStatus): DeployReason => {
  const { objective, evidence } = status;
  return {
    about: 'budget',
    ...sayingOf(status),
    words: `${objective.title}: ${status.words}`,
    ...(evidence && { evidence }),
  };
};

const isSpent = ({ state, budget }: ObjectiveStatus): boolean =>
  state === 'exhausted' || (budget !== undefined && budget.remaining <= 0);

const sayingOf = (
  status: ObjectiveStatus,
): Pick<DeployReason, 'answer' | 'weighs' | 'unknown'> => {
  if (status.stale) {
    return { answer: 'unknown', weighs: true, unknown: 'source-unavailable' };
  }
  if (status.state === 'page' || isSpent(status)) {
    return { answer: 'no', weighs: true };
  }
  if (status.state === 'unknown') {
    const reason = status.unknown?.reason ?? 'no-data';
    const weighs = reason !== 'not-configured' && reason !== 'too-few-events';
    return { answer: 'unknown', weighs, unknown: reason };
  }
  return { answer: 'yes', weighs: true };
};
