import { WorkloadKind } from '@sightline/backstage-plugin-sightline-common';
import type {
  SeenWorkload,
  WorkloadsReport,
} from '@sightline/backstage-plugin-sightline-node';

export const START = Date.parse('2026-11-21T12:00:00Z');
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

type More = Omit<Partial<SeenWorkload>, 'replicas' | 'template' | 'key'> & {
  kind?: WorkloadKind;
  cluster?: string;
  namespace?: string;
  /** of its only container; the template is named after it */
  version?: string;
  replicas?: Partial<SeenWorkload['replicas']>;
  template?: Partial<SeenWorkload['template']>;
};

/** A workload of three pods that is out completely, but for what is said otherwise. */
export const seen = (name: string, more: More = {}): SeenWorkload => {
  const { kind = 'Deployment', cluster = 'eu1', namespace = 'shop' } = more;
  const { version = '1', replicas, template, ...rest } = more;
  const { kind: _, cluster: __, namespace: ___, ...others } = rest;
  return {
    key: { cluster, namespace, kind, name },
    ...{ labels: {}, paused: false, generation: 2, observedGeneration: 2 },
    replicas: {
      ...{ desired: 3, current: 3, updated: 3, ready: 3, available: 3 },
      ...replicas,
    },
    conditions: {},
    template: {
      id: `template-${version}`,
      images: [
        {
          ...{ container: name, image: `shop/${name}:${version}`, version },
          digests: [],
        },
      ],
      ...template,
    },
    ...{ troubles: [], restarts: { total: 0 }, lacks: [], warnings: [] },
    ...others,
  };
};

/** Its new pods are coming: one of three is there. */
export const underWay = (name: string, more: More = {}) =>
  seen(name, {
    ...more,
    replicas: { updated: 1, ready: 3, available: 3, ...more.replicas },
  });

export const reportOf = (
  workloads: readonly SeenWorkload[],
  more: Partial<WorkloadsReport> = {},
): WorkloadsReport => ({
  ...{ cluster: 'eu1', whole: true, removed: [], gaps: [] },
  workloads: [...workloads],
  ...more,
});
