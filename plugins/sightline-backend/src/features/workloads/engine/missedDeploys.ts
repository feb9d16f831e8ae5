import { Instant } from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { Span } from './deployMoment';
import {
  FoundDeploy,
  foundDeploy,
  rememberTemplate,
  RolledOut,
  rolledOutBefore,
  TemplateMemory,
} from './foundDeploy';

/** Templates that followed on the one that is remembered, while nobody looked. */
const unseen = (
  before: TemplateMemory | undefined,
  seen: SeenWorkload,
  after: Instant | undefined,
): RolledOut[] => {
  const all = rolledOutBefore(seen);
  if (!before) return all;
  const known = all.map(({ id }) => id).lastIndexOf(before.template);
  return all
    .slice(known + 1)
    .filter(({ since }) => since === undefined || since > (after ?? since));
};

/**
 * What a cluster tells of templates that came and went before anybody looked, or
 * while nobody did: the last weeks of a cluster that is seen for the first time.
 *
 * ```
 *   told        a      b      c      a        (the last one is out now)
 *   remembered  a ──▶  b ──▶  c               each is a deploy; the last one is
 *   missed             b      c               noted by whoever sees it
 * ```
 *
 * One of which nobody knows when it came is no deploy, but what came next came
 * after it.
 */
export const noteMissed = (
  before: TemplateMemory | undefined,
  seen: SeenWorkload,
  { after, now }: Span,
): { memory?: TemplateMemory; missed: FoundDeploy[] } => {
  let memory = before;
  const missed: FoundDeploy[] = [];
  for (const one of unseen(before, seen, after)) {
    const { since: at } = one;
    const isNext = at === undefined || at >= (missed.at(-1)?.at ?? 0);
    if (one.id === memory?.template || !isNext) continue;
    if (at !== undefined && at <= now) {
      missed.push(foundDeploy(memory, one, { at }));
    }
    memory = rememberTemplate(memory, one);
  }
  return { ...(memory && { memory }), missed };
};
