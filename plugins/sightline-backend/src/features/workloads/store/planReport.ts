import { Instant } from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { advance, Standing, Step, visibleOf } from '../engine/advance';
import { FoundDeploy } from '../engine/foundDeploy';
import {
  DeployRow,
  hashOf,
  idOf,
  namedOf,
  numberOr,
  orNull,
  WorkloadRow,
} from './tables';

/** What is kept of a workload, as far as a report is compared with it. */
export type KeptRow = Pick<
  WorkloadRow,
  | 'id'
  | 'hash'
  | 'memory'
  | 'visible'
  | 'state'
  | 'words'
  | 'since'
  | 'deployed_at'
  | 'deployed_kind'
  | 'deployed_version'
  | 'gone_at'
>;

export const keptColumns: (keyof KeptRow)[] = [
  ...(['id', 'hash', 'memory', 'visible', 'state', 'words'] as const),
  ...(['since', 'deployed_at', 'deployed_kind', 'deployed_version'] as const),
  'gone_at',
];

/** What a report means for one workload. */
export type Planned = {
  row: WorkloadRow;
  isNew: boolean;
  /** people see something else than before */
  isVisible: boolean;
  step: Step;
  /** news: the template that is out came there */
  deploy?: DeployRow;
  /** all that is to be remembered, that one last */
  deploys: DeployRow[];
};

export type Heard = {
  cluster: string;
  now: Instant;
  /** when the cluster was heard before */
  after?: Instant;
};

const standingOf = (row: KeptRow): Standing => {
  const since = numberOr(row.since);
  return {
    ...{ memory: JSON.parse(row.memory), state: row.state, words: row.words },
    ...(since !== undefined && { since }),
  };
};

/** PostgreSQL keeps no NUL, and no half of a character that was cut in two. */
const plain = (text: string) =>
  Buffer.from(text.replaceAll('\0', '')).toString();

const plainOrNull = (text: string | undefined) =>
  text === undefined ? null : plain(text);

const deployRow = (
  { key }: SeenWorkload,
  deploy: FoundDeploy,
  {
    id,
    now,
    completed,
  }: { id: string; now: Instant } & Pick<Step, 'completed'>,
): DeployRow => ({
  ...{ id, cluster: key.cluster, named: namedOf(key) },
  ...{ at: deploy.at, found_at: now, kind: deploy.kind },
  completed_at: orNull(completed?.at),
  from_version: plainOrNull(deploy.fromVersion),
  to_version: plainOrNull(deploy.toVersion),
  ...{ images: JSON.stringify(deploy.images), words: plain(deploy.words) },
});

const lastDeployOf = (
  kept: KeptRow | undefined,
  deploy: DeployRow | undefined,
) =>
  deploy
    ? {
        ...{ deployed_at: deploy.at, deployed_kind: deploy.kind },
        deployed_version: deploy.to_version,
      }
    : {
        deployed_at: kept?.deployed_at ?? null,
        deployed_kind: kept?.deployed_kind ?? null,
        deployed_version: kept?.deployed_version ?? null,
      };

const planned = (
  seen: SeenWorkload,
  kept: KeptRow | undefined,
  { heard, document, hash }: { heard: Heard; document: string; hash: string },
): Planned => {
  const id = idOf(seen.key);
  const deployId = ({ at, template }: FoundDeploy) =>
    hashOf(JSON.stringify([id, template, at]));
  const step = advance(kept && standingOf(kept), seen, {
    ...{ now: heard.now, after: heard.after, idOf: deployId },
  });
  const { memory, state, words, since } = step.standing;
  const rowOf = (found: FoundDeploy, completed?: Step['completed']) =>
    deployRow(seen, found, { id: deployId(found), now: heard.now, completed });
  const deploy = step.deploy && rowOf(step.deploy, step.completed);
  const missed = step.missed.map(found => rowOf(found));
  const deploys = [...missed, ...(deploy ? [deploy] : [])];
  const visible = hashOf(visibleOf(seen, step.standing));
  const row: WorkloadRow = {
    ...{ id, cluster: seen.key.cluster, named: namedOf(seen.key) },
    ...{ hash, document, memory: JSON.stringify(memory), visible },
    ...{ state, words: plain(words), since: orNull(since) },
    version: plainOrNull(memory.version),
    ...lastDeployOf(kept, deploys.at(-1)),
    gone_at: null,
  };
  return {
    ...{ row, isNew: !kept, step, deploys },
    isVisible: !kept || kept.gone_at !== null || kept.visible !== visible,
    ...(deploy && { deploy }),
  };
};

/** Of earlier templates that they were there is remembered, and nothing else. */
const documentOf = (seen: SeenWorkload) => {
  const { earlier: _, ...template } = seen.template;
  return JSON.stringify({ ...seen, template });
};

/**
 * What is to be written of what a report says. What is as it was is left out, but
 * for rollouts that go on: time alone may tell that one is stuck.
 */
export const planReport = (
  workloads: readonly SeenWorkload[],
  kept: ReadonlyMap<string, KeptRow>,
  heard: Heard,
): Planned[] =>
  workloads.flatMap(seen => {
    const before = kept.get(idOf(seen.key));
    const document = documentOf(seen);
    const hash = hashOf(document);
    const isSame = before?.hash === hash && before.gone_at === null;
    if (isSame && before.state !== 'progressing') return [];
    const plan = planned(seen, before, { heard, document, hash });
    return isSame && plan.row.state === before.state ? [] : [plan];
  });
