import {
  Instant,
  RolloutState,
} from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { isAtMaximum, noteMaximum } from './autoscaler';
import { Span } from './deployMoment';
import { noteTemplate } from './deploys';
import { FoundDeploy } from './foundDeploy';
import { noteRestarts } from './restarts';
import { judgeRollout } from './rollout';
import { WorkloadMemory } from './WorkloadMemory';

/** A workload as it stands: what a row of it says beside the object itself. */
export type Standing = {
  memory: WorkloadMemory;
  state: RolloutState;
  words: string;
  /** since when it is in this state; none: since before it was first seen */
  since?: Instant;
};

/** What follows from seeing a workload. */
export type Step = {
  standing: Standing;
  deploy?: FoundDeploy;
  /** deploys before it that nobody saw, newest last */
  missed: FoundDeploy[];
  /** a deploy that was under way is out completely */
  completed?: { id: string; at: Instant };
  /** another state than before; none when it is seen for the first time */
  change?: { from: RolloutState; to: RolloutState; words: string };
};

const figuresOf = ({ replicas: r, template, generation }: SeenWorkload) =>
  [
    ...[template.id, generation ?? 0, r.desired, r.current],
    ...[r.updated, r.ready, r.available],
  ].join(' ');

const noteMoves = (
  before: WorkloadMemory['moved'] | undefined,
  seen: SeenWorkload,
  now: Instant,
): WorkloadMemory['moved'] => {
  const figures = figuresOf(seen);
  return before?.figures === figures ? before : { figures, at: now };
};

const outWith = (
  before: number | undefined,
  { state }: { state: RolloutState },
  seen: SeenWorkload,
) => (state === 'complete' ? seen.replicas.desired : before);

/** One step from what was known to what is seen now. */
export const advance = (
  before: Standing | undefined,
  seen: SeenWorkload,
  span: Span & { idOf(deploy: FoundDeploy): string },
): Step => {
  const { now } = span;
  const past = before?.memory;
  const { memory: template, deploy, missed } = noteTemplate(past, seen, span);
  const isNew = past === undefined || deploy !== undefined;
  const moved = noteMoves(past?.moved, seen, now);
  const out = isNew ? undefined : past.out;
  const rollout = judgeRollout(seen, past && { out, moved }, now);
  const isOut = rollout.state === 'complete';
  const nowOut = outWith(out, rollout, seen);
  const open = deploy ? span.idOf(deploy) : past?.open;
  const atMaximum = noteMaximum(past?.atMaximum, seen, now);
  const memory: WorkloadMemory = {
    ...{ ...template, moved },
    restarts: noteRestarts(past?.restarts ?? [], seen, now),
    ...(nowOut !== undefined && { out: nowOut }),
    ...(open !== undefined && !isOut && { open }),
    ...(atMaximum !== undefined && { atMaximum }),
  };
  const isSame = before?.state === rollout.state;
  const since = isSame ? before.since : before && now;
  const completed = isOut
    ? completionOf(open, { deploy, seen, now })
    : undefined;
  return {
    standing: { ...rollout, memory, ...(since !== undefined && { since }) },
    ...{ missed, ...(deploy && { deploy }) },
    ...(completed && { completed }),
    ...(before &&
      !isSame && {
        change: { from: before.state, to: rollout.state, words: rollout.words },
      }),
  };
};

/** One that is found complete was so before: the cluster may know since when. */
const completionOf = (
  open: string | undefined,
  {
    deploy,
    seen,
    now,
  }: { deploy?: FoundDeploy; seen: SeenWorkload; now: Instant },
): Step['completed'] => {
  if (open === undefined) return undefined;
  if (!deploy) return { id: open, at: now };
  const { Progressing } = seen.conditions;
  const isSaid = Progressing?.reason === 'NewReplicaSetAvailable';
  const at = isSaid ? Progressing.since : undefined;
  return at === undefined || at < deploy.at || at > now
    ? undefined
    : { id: open, at };
};

/** What people see of it: while this stays, pages need not be made anew. */
export const visibleOf = (
  seen: SeenWorkload,
  { state, words, memory }: Standing,
): string =>
  JSON.stringify([
    ...[state, state === 'progressing' ? '' : words, memory.version],
    seen.troubles.map(({ trouble, container }) => [trouble, container]),
    ...[
      seen.lacks,
      memory.open,
      seen.autoscaler && isAtMaximum(seen.autoscaler),
    ],
  ]);
