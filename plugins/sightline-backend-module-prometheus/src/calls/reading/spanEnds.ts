import { templateName } from '@sightline/backstage-plugin-sightline-node/spans';
import { Labels } from '../../client/engine/readAnswer';
import { EdgeEnds } from '../engine/CountedEdge';
import { namedNode, outsideNode } from './nodes';

/**
 * Whose operation was called. By whom span metrics do not tell: the caller is
 * `outside`, the node that stands for all callers nobody knows, as it does where
 * only the callee's span is found in traces. No edge between two services is
 * made up.
 *
 * Undefined where the service has no name: its calls would be added to those of
 * all others that have none.
 */
export const spanEnds = (
  labels: Labels,
  { environment: otherwise }: { environment: string },
): EdgeEnds | undefined => {
  const name = labels.service_name || labels.service || '';
  const environment =
    labels.deployment_environment_name ||
    labels.deployment_environment ||
    otherwise;
  const callee = namedNode('service', name, {
    environment,
    namespace: labels.service_namespace || namespaceOfJob(labels, name),
  });
  if (callee.kind === 'unnamed') return undefined;
  const isMessage = /consumer$/i.test(labels.span_kind ?? '');
  return {
    caller: outsideNode(environment),
    callee,
    protocol: isMessage ? 'messaging' : 'other',
    mode: isMessage ? 'async' : 'sync',
    operation: templateName(labels.span_name || labels.operation || ''),
  };
};

/** On the way from OTLP to Prometheus the job becomes `namespace/name`. */
const namespaceOfJob = ({ exported_job, job = '' }: Labels, name: string) => {
  const said = exported_job || job;
  return said.endsWith(`/${name}`) ? said.slice(0, -name.length - 1) : '';
};
