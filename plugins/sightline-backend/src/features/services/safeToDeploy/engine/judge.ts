import {
  DeployAnswer,
  DeployReason,
  SafeToDeploy,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { asSentence } from './inWords';
import { budgetReasons } from './reasons/budgetReasons';
import { contractReasons } from './reasons/contractReasons';
import { dependencyReasons } from './reasons/dependencyReasons';
import { freezeReasons } from './reasons/freezeReasons';
import { rolloutReasons } from './reasons/rolloutReasons';
import { FindingsAt } from './Told';

/**
 * Whether it is safe to deploy, from all that was found out:
 *
 * ```
 *   freezes ─────┐
 *   contracts ───┤            of those that weigh
 *   budgets ─────┼─▶ reasons ─▶ any no        no
 *   rollouts ────┤              any unknown   unknown
 *   needed ──────┘              any yes       yes
 *                               none          unknown
 * ```
 */
export const judge = (findings: FindingsAt): SafeToDeploy => {
  const { service, version, versionFrom, environment, now } = findings;
  const reasons = [
    ...freezeReasons(findings),
    ...contractReasons(findings),
    ...budgetReasons(findings),
    ...rolloutReasons(findings),
    ...dependencyReasons(findings),
  ].sort((a, b) => rankOf(a) - rankOf(b));
  const answer = answerOf(reasons);
  return {
    service: service.ref,
    ...(version !== undefined && { version }),
    ...(version !== undefined && versionFrom && { versionFrom }),
    ...{ environment, answer, words: wordsOf(answer, reasons, findings) },
    ...{ reasons, askedAt: toIso(now) },
  };
};

const ranks: DeployAnswer[] = ['no', 'unknown', 'yes'];

const rankOf = ({ answer, weighs }: DeployReason): number =>
  weighs ? ranks.indexOf(answer) : ranks.length;

const answerOf = (reasons: readonly DeployReason[]): DeployAnswer => {
  const weights = reasons.filter(({ weighs }) => weighs);
  return (
    ranks.find(rank => weights.some(({ answer }) => answer === rank)) ??
    'unknown'
  );
};

const names: Record<DeployReason['about'], string> = {
  freeze: 'freezes',
  contracts: 'contracts',
  budget: 'error budgets',
  rollout: 'rollouts',
  dependencies: 'dependencies',
};

const wordsOf = (
  answer: DeployAnswer,
  reasons: readonly DeployReason[],
  { service, version, versionFrom, environment }: FindingsAt,
): string => {
  const guessed = versionFrom === 'contracts' ? ' (the newest known)' : '';
  const what =
    version === undefined
      ? service.name
      : `${service.name} ${version}${guessed}`;
  const deciding = reasons.filter(
    reason => reason.weighs && reason.answer === answer,
  );
  const [first, ...others] = deciding;
  const more = others.length > 0 ? ` And ${others.length} more.` : '';
  switch (answer) {
    case 'no':
      return `Do not deploy ${what} to ${environment}. ${asSentence(
        first.words,
      )}${more}`;
    case 'unknown':
      return first
        ? `Whether ${what} may go to ${environment} is not known. ${asSentence(
            first.words,
          )}${more}`
        : `Whether ${what} may go to ${environment} is not known: nothing that would tell is set up`;
    default:
      return `Nothing speaks against deploying ${what} to ${environment}${leftOut(
        reasons,
      )}`;
  }
};

/** A yes says what it does not rest on. */
const leftOut = (reasons: readonly DeployReason[]): string => {
  const asked = new Set(
    reasons.filter(({ weighs }) => weighs).map(({ about }) => about),
  );
  const missing = [
    ...new Set(
      reasons
        .filter(({ about }) => !asked.has(about))
        .map(({ about }) => names[about]),
    ),
  ];
  return missing.length > 0 ? `; not looked at: ${missing.join(', ')}` : '';
};
