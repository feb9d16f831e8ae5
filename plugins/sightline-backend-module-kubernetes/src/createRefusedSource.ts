import {
  failed,
  WatchSource,
} from '@sightline/backstage-plugin-sightline-node';
import { RefusedCluster } from './clusters/ClusterConfig';

/** A cluster that cannot be watched stays in sight, with the reason. */
export const createRefusedSource = (
  id: string,
  { name, why }: RefusedCluster,
): WatchSource => ({
  kind: 'watch',
  id,
  title: `Kubernetes ${name}`,
  watch: async () =>
    failed({ kind: 'not-authorised', words: `${name} is not watched: ${why}` }),
});
