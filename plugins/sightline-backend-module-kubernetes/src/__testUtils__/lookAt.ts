import { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { ClusterState } from '../engine/ClusterState';
import { Raw } from '../engine/raw';
import { seeWorkload } from '../engine/seeWorkload';
import { shrinkers, TableName } from '../engine/tables';

export const noon = Date.parse('2026-11-21T12:00:00Z');

const everything: ReadonlySet<TableName> = new Set(
  Object.keys(shrinkers) as TableName[],
);

/** A cluster with these objects. */
export const stateOf = (
  objects: Partial<Record<TableName, Raw[]>>,
  now = noon,
): ClusterState => {
  const state = new ClusterState();
  for (const [name, list] of Object.entries(objects)) {
    for (const one of list) {
      const row = shrinkers[name as TableName](one, now);
      if (row) state.put(name as TableName, row);
    }
  }
  return state;
};

/** What is seen of all workloads of a cluster. */
export const lookAt = (state: ClusterState, now = noon): SeenWorkload[] =>
  state
    .all()
    .flatMap(
      key =>
        seeWorkload(state, key, { cluster: 'eu', seen: everything, now }) ?? [],
    );
