import { Instant } from '@sightline/backstage-plugin-sightline-common';
import type { EarlierTemplate } from '@sightline/backstage-plugin-sightline-node';
import { compact } from './raw';
import { KeptRevision } from './shrinkOthers';
import { KeptWorkload } from './shrinkWorkload';
import { keptImages } from './template';

/** Newest revisions that are looked at: clusters keep ten unless they are told otherwise. */
const mostRevisions = 30;
/** Earlier templates that are told. */
const mostEarlier = 10;

/** A template while it was out; restarts of it are part of that. */
type Turn = {
  template: string;
  images: string;
  since?: Instant;
  /** it was out before */
  isBack: boolean;
};

const createdAt = (one: KeptRevision) => one.createdAt ?? 0;
const numberOf = (one: KeptRevision) => one.revision ?? 0;

/** ReplicaSets say it themselves; others are older than those that came before. */
const isReused = (one: KeptRevision, before: readonly KeptRevision[]) =>
  one.reused || before.some(other => createdAt(other) > createdAt(one));

const turnOf = (
  { template, images, createdAt: since }: KeptRevision,
  isBack: boolean,
): Turn =>
  compact({ template, images, isBack, since: isBack ? undefined : since });

/** One that came back was out for the first time when it was made. */
const withFirsts = (
  turns: readonly Turn[],
  reused: readonly KeptRevision[],
) => {
  const all = [...turns];
  for (const one of reused) {
    const at = all.findIndex(
      ({ since = 0, template, isBack }) =>
        since > createdAt(one) || (isBack && template === one.template),
    );
    all.splice(at, 0, turnOf(one, false));
  }
  return all;
};

/** A template that follows itself was restarted. */
const joined = (turns: readonly Turn[]): Turn[] => {
  const all: Turn[] = [];
  for (const turn of turns) {
    const last = all.at(-1);
    if (last?.template !== turn.template) all.push({ ...turn });
    else last.isBack ||= turn.isBack;
  }
  return all;
};

/** Which templates were out, one after the other, the newest last. */
const turnsOf = (revisions: readonly KeptRevision[]): Turn[] => {
  const inOrder = [...revisions]
    .sort((a, b) => numberOf(a) - numberOf(b))
    .slice(-mostRevisions);
  const reused = inOrder.filter((one, at) =>
    isReused(one, inOrder.slice(0, at)),
  );
  const back = new Set(reused);
  const turns = inOrder.map(one => turnOf(one, back.has(one)));
  return joined(withFirsts(turns, reused));
};

/**
 * When the template that is rolled out now came to be, and which there were before.
 * A restart makes a new ReplicaSet of the same template, and a rollback takes an old
 * one back:
 *
 *   revision   1    2    3 (restart of 2)   4 (back to 1)
 *   template   a    b    b                  a
 *   since           ↑ for 2 and 3           ↑ the last progress, as its set is old
 *
 * Of StatefulSets and DaemonSets nobody says when they last progressed: after a
 * rollback it is not known. Nor is it while the newest revision has another template:
 * the one that is wanted now is not rolled out yet. (Rollouts put words of their own
 * into the templates they copy, so there the two may differ.)
 */
export const rolloutsOf = (
  own: KeptWorkload,
  revisions: readonly KeptRevision[],
): { since?: Instant; earlier?: EarlierTemplate[] } => {
  const turns = turnsOf(revisions);
  const last = turns.at(-1);
  if (!last) return {};
  const isOut = last.template === own.template.id || own.kind === 'Rollout';
  const earlier = turns
    .slice(0, isOut ? -1 : undefined)
    .slice(-mostEarlier)
    .map(({ template, images, since }) =>
      compact({
        id: isOut && template === last.template ? own.template.id : template,
        images: keptImages.read(images),
        since,
      }),
    );
  const since = last.isBack ? own.conditions.Progressing?.since : last.since;
  return compact({
    since: isOut ? since : undefined,
    earlier: earlier.length > 0 ? earlier : undefined,
  });
};
