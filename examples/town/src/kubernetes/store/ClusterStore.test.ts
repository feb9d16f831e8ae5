import type { KubeObject } from '../objects/KubeObject.ts';
import { createClusterStore, Forgotten } from './ClusterStore.ts';

const pod = (name: string, phase: string): KubeObject => ({
  ...{ apiVersion: 'v1', kind: 'Pod', status: { phase } },
  metadata: { name, namespace: 'shop', uid: name, creationTimestamp: '' },
});

const createStore = (...first: KubeObject[]) => {
  const here = { pods: first };
  const store = createClusterStore({
    objectsNow: () => here,
    firstVersion: 1000,
  });
  const become = (...pods: KubeObject[]) => {
    here.pods = pods;
    store.refresh();
  };
  return { store, become };
};

const told = (
  changes: ReturnType<ReturnType<typeof createClusterStore>['changesSince']>,
) =>
  changes.map(({ before, after }) => [
    before?.metadata.name,
    after?.metadata.name,
  ]);

it('gives a new version to what changed, and to nothing else', () => {
  const { store, become } = createStore(
    pod('a', 'Running'),
    pod('b', 'Pending'),
  );
  const [a, b] = store.list('pods');
  become(pod('a', 'Running'), pod('b', 'Running'));
  const [sameA, newB] = store.list('pods');
  expect(sameA).toBe(a);
  expect(Number(newB.metadata.resourceVersion)).toBeGreaterThan(
    Number(b.metadata.resourceVersion),
  );
  expect(newB.metadata.resourceVersion).toBe(String(store.version()));
});

it('tells what came, changed and went since a version', () => {
  const { store, become } = createStore(
    pod('a', 'Running'),
    pod('b', 'Running'),
  );
  const version = store.version();
  become(pod('b', 'Failed'), pod('c', 'Pending'));
  expect(told(store.changesSince(version))).toEqual([
    ['b', 'b'],
    [undefined, 'c'],
    ['a', undefined],
  ]);
  expect(store.changesSince(store.version())).toEqual([]);
});

it('says that it forgot, of a life before and of what is too long ago', () => {
  const { store, become } = createStore(pod('a', '0'));
  expect(() => store.changesSince(999)).toThrow(Forgotten);
  const version = store.version();
  for (let nth = 1; nth <= 5001; nth++) become(pod('a', String(nth)));
  expect(() => store.changesSince(version)).toThrow(Forgotten);
  expect(store.changesSince(version + 2)).toHaveLength(4999);
});

it('calls whoever listens when something changed, until it is taken back', () => {
  const { store, become } = createStore(pod('a', 'Running'));
  let heard = 0;
  const leave = store.onChange(() => heard++);
  expect(store.isWatched()).toBe(true);
  become(pod('a', 'Running'));
  expect(heard).toBe(0);
  become(pod('a', 'Failed'));
  leave();
  become();
  expect([heard, store.isWatched()]).toEqual([1, false]);
});
