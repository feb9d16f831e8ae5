import { Deploy, Instant } from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { Moment } from './deployMoment';
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

/** A template that was rolled out, and what it brought. */
export type RolledOut = Pick<
  SeenWorkload['template'],
  'id' | 'images' | 'since'
> & { version?: string };

/** The template that is wanted now. */
export const rolledOutNow = (seen: SeenWorkload): RolledOut => {
  const { id, images, since } = seen.template;
  return { id, images, since, version: versionOf(seen) };
};

/** Those that are out no more, newest last. What was labelled then is not known. */
export const rolledOutBefore = ({ key, template }: SeenWorkload): RolledOut[] =>
  (template.earlier ?? []).map(one => ({
    ...one,
    version: versionOf({ key, labels: {}, template: one }),
  }));

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

/** That a template followed on what was remembered. */
export const foundDeploy = (
  before: TemplateMemory | undefined,
  { id, version: to, images }: RolledOut,
  moment: Moment,
): FoundDeploy => {
  const from = before?.version;
  const kind = before?.earlier.includes(id) ? 'rollback' : 'deploy';
  const words = change(kind, from, to);
  return {
    ...{ kind, at: moment.at, template: id },
    ...(from !== undefined && { fromVersion: from }),
    ...(to !== undefined && { toVersion: to }),
    images: images.map(({ image }) => image),
    words: moment.words ? `${words} (${moment.words})` : words,
  };
};

/** Templates that are remembered, to know one again that comes back. */
const earlierAtMost = 50;

/** What is remembered when a template has followed on that. */
export const rememberTemplate = (
  before: TemplateMemory | undefined,
  { id, version, since }: RolledOut,
): TemplateMemory => {
  const earlier =
    !before || before.template === id
      ? before?.earlier ?? []
      : [
          ...before.earlier.filter(one => one !== before.template),
          before.template,
        ];
  return {
    template: id,
    ...(version !== undefined && { version }),
    earlier: earlier.slice(-earlierAtMost),
    ...(since !== undefined && { said: since }),
  };
};
