import { Workload } from '@sightline/backstage-plugin-sightline-common';
import { repositoryOf } from './forms/readImage';
import { LookupClue } from './Subject';

/** What runs for a service leads to it: workloads, images, pods that were named. */
export const workloadClues = (
  workloads: readonly Pick<Workload, 'key' | 'images' | 'troubles'>[],
): LookupClue[] =>
  workloads.flatMap(({ key, images, troubles }) => [
    { kind: 'workload', value: key.name },
    ...images.map(({ image }) => ({
      kind: 'image',
      value: repositoryOf(image),
    })),
    ...troubles.flatMap(({ pods }) =>
      pods.map(value => ({ kind: 'pod', value })),
    ),
  ]);
