/** Labels that name an edge of a service graph. */
export const graphLabels = [
  'client',
  'server',
  'connection_type',
  'virtual_node',
  ...['client', 'server'].flatMap(side => [
    `${side}_service_namespace`,
    `${side}_deployment_environment_name`,
    `${side}_deployment_environment`,
  ]),
  'client_db_system_name',
  'client_db_system',
];

/** Labels that name an operation in span metrics, of all generations. */
export const spanLabels = [
  'service_name',
  'service',
  'service_namespace',
  'deployment_environment_name',
  'deployment_environment',
  'span_name',
  'operation',
  'span_kind',
];

/** What says who wrote a series, whichever process of theirs. */
export const originLabels = [
  'source',
  'job',
  'exported_job',
  'prometheus_replica',
];

/** What tells apart processes that write the same series, each a part of all. */
export const processLabels = [
  'job',
  'instance',
  'source',
  'prometheus_replica',
  'collector_instance_id',
  '__metrics_gen_instance',
];
