import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { momentOf, Span } from './deployMoment';
import {
  FoundDeploy,
  foundDeploy,
  rememberTemplate,
  rolledOutNow,
  TemplateMemory,
} from './foundDeploy';
import { noteMissed } from './missedDeploys';

/** A spec that never changed was rolled out when it was created. */
const createdOut = ({ generation, createdAt }: SeenWorkload) =>
  generation === 1 ? createdAt : undefined;

/** Nothing of a paused template is out until somebody lets it. */
const waits = ({ paused, replicas }: SeenWorkload) =>
  paused && replicas.updated === 0;

/** What is found out about the templates of a workload. */
export type NotedTemplate = {
  memory: TemplateMemory;
  /** the one that is out now came since the workload was last seen */
  deploy?: FoundDeploy;
  /** others came and went before it, newest last */
  missed: FoundDeploy[];
};

/**
 * Whether another pod template is rolled out than before. Restarts and scaling
 * leave the template as it is; a rollback brings back one that was there.
 *
 * ```
 *   template   a   a (scaled)   b        b (restarted)   a
 *              ─   ─            deploy   ─               rollback
 * ```
 *
 * One that is seen for the first time is a deploy only if the cluster says when.
 */
export const noteTemplate = (
  before: TemplateMemory | undefined,
  seen: SeenWorkload,
  span: Span,
): NotedTemplate => {
  const now = rolledOutNow(seen);
  const isOther = before !== undefined && now.id !== before.template;
  if (isOther && waits(seen)) return { memory: before, missed: [] };
  const { memory: known, missed } = noteMissed(before, seen, span);
  const memory = rememberTemplate(known, now);
  if (now.id === known?.template) return { memory, missed };
  // Until its ReplicaSet is there the cluster tells of the one before.
  const isOld = before !== undefined && now.since === before.said;
  const said = isOld ? undefined : now.since;
  const at = before ? said : said ?? createdOut(seen);
  if (!before && at === undefined) return { memory, missed };
  const after = missed.at(-1)?.at ?? (before && span.after);
  const moment = momentOf(at, { now: span.now, after });
  return { memory, missed, deploy: foundDeploy(known, now, moment) };
};
