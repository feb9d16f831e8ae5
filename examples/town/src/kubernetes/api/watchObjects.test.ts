import type { KubeObject } from '../objects/KubeObject.ts';
import { hearing } from './watchObjects.ts';

const pod = (phase: string): KubeObject => ({
  ...{ apiVersion: 'v1', kind: 'Pod', status: { phase } },
  metadata: { name: 'a', namespace: 'shop', uid: '', creationTimestamp: '' },
});
const [pending, running, done] = ['Pending', 'Running', 'Succeeded'].map(pod);
const unfinished = (object: KubeObject) => object !== done;

it.each([
  ['comes', undefined, pending, { type: 'ADDED', object: pending }],
  ['changes', pending, running, { type: 'MODIFIED', object: running }],
  ['goes', running, undefined, { type: 'DELETED', object: running }],
  ['ceases to fit', running, done, { type: 'DELETED', object: done }],
  ['begins to fit', done, running, { type: 'ADDED', object: running }],
  ['never fits', undefined, done, undefined],
  ['never fitted and goes', done, undefined, undefined],
])('hears of what %s', (_, before, after, expected) => {
  const change = { version: 1, resource: 'pods', before, after };
  expect(hearing(change, unfinished)).toEqual(expected);
});
