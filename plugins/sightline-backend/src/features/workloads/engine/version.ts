import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';

const label = 'app.kubernetes.io/version';

/** Says nothing of what it is. */
const floating = 'latest';

/**
 * What runs, in one word: the tag of the container that bears the workload's name,
 * else of the first one. A tag that moves is worth less than a label that does not.
 */
export const versionOf = ({
  key,
  labels,
  template,
}: Pick<SeenWorkload, 'key' | 'labels'> & {
  template: Pick<SeenWorkload['template'], 'images'>;
}): string | undefined => {
  const { images } = template;
  const main = images.find(({ container }) => container === key.name);
  const tag = (main ?? images[0])?.version;
  return tag === undefined || tag === floating ? labels[label] ?? tag : tag;
};
