import {
  Deploy,
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { atMinute } from './inWords';
import { versionOf } from './version';
import { WorkloadMemory } from './WorkloadMemory';

/** A deploy as it was found out. */
export type FoundDeploy = Pick<
  Deploy,
  'kind' | 'fromVersion' | 'toVersion' | 'words' | 'images'
> & { at: Instant; template: string };

/** What is remembered of templates. */
export type TemplateMemory = Pick<
  WorkloadMemory,
  'template' | 'version' | 'earlier' | 'said'
>;

/** Between these two moments everything happened that is news now. */
export type Span = {
  /** when the cluster was heard before; none: for the first time */
  after?: Instant;
  now: Instant;
};

/** Templates that are remembered, to know one again that comes back. */
const earlierAtMost = 50;

/** Clocks differ by so much without anybody having to know. */
const tolerated: Millis = 60_000;

/** Longer than this, and it has to be said that the time is not known better. */
const away: Millis = 600_000;

type Moment = { at: Instant; words?: string };

/**
 * A cluster's word is taken as far as it can be true: a template that was not yet
 * there when the cluster was heard before came after that, and nothing comes from
 * the future.
 *
 * ```
 *   heard before ├──────────────────────┤ now
 *        ▲ said: too early    ▲ taken        ▲ said: too late
 * ```
 */
const momentOf = (said: Instant | undefined, span: Span): Moment => {
  const { now } = span;
  const after =
    span.after === undefined ? undefined : Math.min(span.after, now);
  if (said === undefined) {
    return after === undefined || now - after <= away
      ? { at: now }
      : {
          at: now,
          words: `between ${atMinute(after)} and then, while nobody looked`,
        };
  }
  if (said > now + tolerated) {
    return {
      at: now,
      words: `the cluster says ${atMinute(said)}, to come yet`,
    };
  }
  if (after !== undefined && said < after - tolerated) {
    return {
      at: after,
      words: `the cluster says ${atMinute(said)}, when it was not there yet`,
    };
  }
  return { at: Math.min(now, Math.max(said, after ?? said)) };
};

const change = (
  kind: Deploy['kind'],
  from: string | undefined,
  to: string | undefined,
) => {
  if (from === undefined && to !== undefined) return `Deployed ${to}`;
  if (from === to) {
    const still = to === undefined ? '' : `; still ${to}`;
    return kind === 'rollback'
      ? `Rolled back to an earlier template${still}`
      : `Changed its template${still}`;
  }
  const what = kind === 'rollback' ? 'Rolled back to' : 'Deployed';
  return `${what} ${to ?? 'what has no version'}, before ${from}`;
};

const found = (
  kind: Deploy['kind'],
  seen: SeenWorkload,
  { moment, from }: { moment: Moment; from?: string },
): FoundDeploy => {
  const to = versionOf(seen);
  const words = change(kind, from, to);
  return {
    ...{ kind, at: moment.at, template: seen.template.id },
    ...(from !== undefined && { fromVersion: from }),
    ...(to !== undefined && { toVersion: to }),
    images: seen.template.images.map(({ image }) => image),
    words: moment.words ? `${words} (${moment.words})` : words,
  };
};

const remembered = (
  seen: SeenWorkload,
  earlier: readonly string[],
): TemplateMemory => {
  const version = versionOf(seen);
  const said = seen.template.since;
  return {
    template: seen.template.id,
    ...(version !== undefined && { version }),
    earlier: earlier.slice(-earlierAtMost),
    ...(said !== undefined && { said }),
  };
};

/** A spec that never changed was rolled out when it was created. */
const createdOut = ({ generation, createdAt }: SeenWorkload) =>
  generation === 1 ? createdAt : undefined;

/** Seen for the first time: a deploy only if the cluster says when it was. */
const atFirst = (seen: SeenWorkload, { now }: Span) => {
  const said = seen.template.since ?? createdOut(seen);
  const memory = remembered(seen, []);
  return said === undefined
    ? { memory }
    : {
        memory,
        deploy: found('deploy', seen, { moment: momentOf(said, { now }) }),
      };
};

/** Nothing of a paused template is out until somebody lets it. */
const waits = ({ paused, replicas }: SeenWorkload) =>
  paused && replicas.updated === 0;

/**
 * Whether another pod template is rolled out than before. Restarts and scaling
 * leave the template as it is; a rollback brings back one that was there.
 *
 * ```
 *   template   a   a (scaled)   b        b (restarted)   a
 *              ─   ─            deploy   ─               rollback
 * ```
 */
export const noteTemplate = (
  before: TemplateMemory | undefined,
  seen: SeenWorkload,
  span: Span,
): { memory: TemplateMemory; deploy?: FoundDeploy } => {
  if (!before) return atFirst(seen, span);
  const { id, since } = seen.template;
  if (id === before.template) {
    return { memory: remembered(seen, before.earlier) };
  }
  if (waits(seen)) return { memory: before };
  // Until its ReplicaSet is there the cluster tells of the one before.
  const said = since === before.said ? undefined : since;
  const kind = before.earlier.includes(id) ? 'rollback' : 'deploy';
  const earlier = [
    ...before.earlier.filter(one => one !== before.template),
    before.template,
  ];
  return {
    memory: remembered(seen, earlier),
    deploy: found(kind, seen, {
      moment: momentOf(said, span),
      from: before.version,
    }),
  };
};
