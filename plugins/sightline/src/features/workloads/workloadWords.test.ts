import {
  TroubledPods,
  podTroubles,
} from '@sightline/backstage-plugin-sightline-common';
import { trouble } from '../../__testUtils__/harbourWorkload';
import { lookAt } from './troubleWords';
import { restartWords } from './workloadWords';

const key = {
  cluster: 'harbour-eu1',
  namespace: 'discovery',
  kind: 'Deployment',
  name: 'search',
} as const;

it.each([
  [{ lastHour: 0, total: 0 }, 'no restarts'],
  [{ lastHour: 0, total: 12 }, '12 restarts, none in the last hour'],
  [{ lastHour: 1, total: 1_200 }, '1 restart in the last hour, 1,200 in all'],
])('says %j in words', (restarts, words) =>
  expect(restartWords(restarts)).toBe(words),
);

const seen = (of: Partial<TroubledPods>): TroubledPods => ({
  ...trouble('crash-loop', { pods: ['search-7d9-abcde'], container: 'search' }),
  ...of,
});

it('begins where the trouble says why', () => {
  expect(lookAt(key, seen({}))).toBe(
    'kubectl -n discovery logs search-7d9-abcde -c search --previous --tail=100',
  );
  expect(
    lookAt(key, seen({ trouble: 'not-ready', container: undefined })),
  ).toBe('kubectl -n discovery logs search-7d9-abcde --tail=100');
  expect(lookAt(key, seen({ trouble: 'image-pull' }))).toBe(
    'kubectl -n discovery describe pod search-7d9-abcde',
  );
});

it('has nothing to look at where no pod is named', () => {
  podTroubles.forEach(one =>
    expect(lookAt(key, seen({ trouble: one, pods: [] }))).toBeUndefined(),
  );
});
