import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { ReadStep } from './engine/readJourneys';
import { ReadEdge, ReadSighting } from './engine/readReport';
import { KeyedForm } from './KeyedTable';

const minute = 60_000;

export const nodeTable: KeyedForm = {
  ...{ table: 'calls_node', key: 'id', id: 'id' },
  ...{ renewed: [], renewedEvery: 60 * minute },
};

export const edgeTable: KeyedForm = {
  ...{ table: 'calls_edge', key: 'key', id: 'id' },
  renewed: ['sample', 'sample_failed'],
  renewedEvery: 5 * minute,
};

export const edgeColumns = (edge: ReadEdge) => {
  const { caller, callee, protocol, mode, evidence, operation } = edge;
  return {
    sampled: edge.sampled,
    ...{ caller, callee, protocol, mode, evidence, operation },
    sample: edge.sample,
    sample_failed: edge.sampleFailed,
    first_seen: edge.firstSeen,
  };
};

export const stepTable: KeyedForm = {
  ...{ table: 'calls_step', key: 'key', id: 'id' },
  ...{ renewed: ['sample'], renewedEvery: 5 * minute },
};

export const stepColumns = (step: ReadStep) => {
  const { root, parent, callee, caller, protocol, mode, operation } = step;
  return {
    ...{ root, parent, callee, caller, protocol, mode, operation },
    sample: step.sample,
  };
};

export const sightingKeys = [
  'node',
  'version',
  'cluster',
  'namespace',
  'workload',
];

export const sightingColumns = (said: ReadSighting, now: Instant) => ({
  ...{ node: said.node, version: said.version, cluster: said.cluster },
  ...{ namespace: said.kubernetesNamespace, workload: said.workload },
  ...{ first_seen: now, last_seen: now },
});
