import { WorkloadKey } from '@sightline/backstage-plugin-sightline-common';
import { hour, START } from '../__testUtils__/seen';
import { Running, versionSkew } from './skew';

/** `eu1/shop web 2`: what runs where. */
const run = (text: string, since?: number): Running => {
  const [place, name, version] = text.split(' ');
  const [cluster, namespace = 'shop'] = place.split('/');
  const key: WorkloadKey = { cluster, namespace, kind: 'Deployment', name };
  return {
    ...{ key, version },
    ...(since !== undefined && { since: START + since }),
  };
};

const inWords = (...all: Running[]) => versionSkew(all)?.words;

describe('version skew', () => {
  it.each<[string, Running[], string | undefined]>([
    ['is none of nothing', [], undefined],
    ['is none of the same', [run('eu1 web 2'), run('us1 web 2')], undefined],
    [
      'is none where no version is known',
      [run('eu1 web'), run('us1 web 2')],
      undefined,
    ],
    [
      'is none of different workloads',
      [run('eu1 web 2'), run('us1 cache 7')],
      undefined,
    ],
    [
      'tells the newer one first, and since when it is there',
      [run('us1 web 1', -9 * hour), run('eu1 web 2', -hour)],
      'Deployment web runs in 2 versions: 2 in eu1 since 2026-11-21 11:00 UTC; 1 in us1 since 2026-11-21 03:00 UTC',
    ],
    [
      'names namespaces where there are several',
      [run('eu1/test web 3'), run('eu1/live web 2'), run('us1/live web 2')],
      'Deployment web runs in 2 versions: 2 in eu1/live, us1/live; 3 in eu1/test',
    ],
    [
      'is that of most versions',
      [
        ...[run('a web 1'), run('b web 2')],
        ...[run('a job 1'), run('b job 2'), run('c job 3')],
      ],
      'Deployment job runs in 3 versions: 1 in a; 2 in b; 3 in c',
    ],
  ])('%s', (_title, running, words) => {
    expect(inWords(...running)).toBe(words);
  });
});
