import {
  DeployAnswer,
  DeployReason,
  isStale,
  RolloutState,
} from '@sightline/backstage-plugin-sightline-common';
import { namesInWords } from '../inWords';
import { FindingsAt, RolloutTold } from '../Told';
import { portalLink } from './portalLink';
import { unheardReasons, unknownReason } from './unknownReason';

const answers: Record<RolloutState, DeployAnswer> = {
  stuck: 'no',
  degraded: 'no',
  progressing: 'no',
  // Whatever is deployed now would not go out.
  paused: 'no',
  unknown: 'unknown',
  complete: 'yes',
};

/** Each rollout that is not over, and one line for those that are. */
export const rolloutReasons = (findings: FindingsAt): DeployReason[] => {
  const { rollouts } = findings;
  if (rollouts.state === 'unknown') return [unknownReason('rollout', rollouts)];
  const link = portalLink(findings, findings.service.ref, 'workloads');
  const read = rollouts.value.map(rollout => ({
    rollout,
    reason: { ...reasonOf(rollout, findings), ...link },
  }));
  const over = read.filter(({ reason }) => reason.answer === 'yes');
  return [
    ...read
      .filter(({ reason }) => reason.answer !== 'yes')
      .map(({ reason }) => reason),
    ...(over.length > 0
      ? [{ ...oldest(over).reason, words: overWords(over) }]
      : []),
    ...unheardReasons('rollout', rollouts.unheard, 'it runs there, too,'),
  ];
};

type Read = { rollout: RolloutTold; reason: DeployReason };

const oldest = (read: readonly Read[]): Read =>
  [...read].sort((a, b) =>
    a.rollout.evidence.observedAt < b.rollout.evidence.observedAt ? -1 : 1,
  )[0];

const overWords = (over: readonly Read[]): string => {
  const clusters = over.map(({ rollout }) => rollout.cluster);
  return `Nothing is being rolled out in ${namesInWords([
    ...new Set(clusters),
  ])}`;
};

const reasonOf = (
  { cluster, state, words, evidence }: RolloutTold,
  { now }: FindingsAt,
): DeployReason => {
  const told = { about: 'rollout' as const, weighs: true, evidence };
  if (isStale(evidence, now)) {
    return {
      ...{ ...told, answer: 'unknown', unknown: 'source-unavailable' },
      words: `${cluster} was not seen lately. Last known: ${words}`,
    };
  }
  return {
    ...{ ...told, answer: answers[state], words: `${cluster}: ${words}` },
    ...(state === 'unknown' && { unknown: 'no-data' }),
  };
};
