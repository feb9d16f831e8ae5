import { OutsideName } from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';

/** How a workload is called, for whoever matches names with services. */
export const nameOf = ({ key, labels }: SeenWorkload): OutsideName => ({
  kind: 'kubernetes',
  name: `${key.kind}/${key.name}`,
  namespace: key.namespace,
  labels,
});
