import { CallNode } from '@sightline/backstage-plugin-sightline-common';
import type {
  EdgeDelta,
  JourneyStep,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { createHash } from 'node:crypto';

/** The same for the same words, so that writing needs no search. */
const hashOf = (words: readonly string[]) =>
  createHash('sha256')
    .update(words.join('\0'))
    .digest('base64url')
    .slice(0, 22);

export const nodeId = ({ kind, environment, namespace, name }: CallNode) =>
  hashOf([kind, environment, namespace, name]);

/** What makes it one edge in the store: its ends by id, and how a call travels on it. */
export type EdgeIdentity = Pick<
  EdgeDelta,
  'protocol' | 'mode' | 'evidence' | 'operation'
> & {
  caller: string;
  callee: string;
  /** seen among others that nobody counted: no rate may be made of it */
  sampled: boolean;
};

export const edgeKey = (edge: EdgeIdentity) =>
  hashOf([
    edge.caller,
    edge.callee,
    edge.protocol,
    edge.mode,
    edge.evidence,
    edge.operation,
    ...(edge.sampled ? ['sampled'] : []),
  ]);

/** What makes it one step: the way to it, who is called, and how. */
export type StepIdentity = Pick<
  JourneyStep,
  'protocol' | 'mode' | 'operation'
> & {
  callee: string;
  /** key of the step before */
  parent: string | null;
  /** only where a journey begins */
  caller: string | null;
};

export const stepKey = (step: StepIdentity) =>
  hashOf([
    step.parent ?? '',
    step.caller ?? '',
    step.callee,
    step.protocol,
    step.mode,
    step.operation,
  ]);
