import { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { Labels } from '../../client/engine/readAnswer';
import { spanEnds } from './spanEnds';

const outside = (environment: string): CallNode => ({
  kind: 'outside',
  environment,
  namespace: '',
  name: '',
});

describe('spanEnds', () => {
  it.each([
    [
      'the Collector',
      {
        service_name: 'payments',
        service_namespace: 'shop',
        deployment_environment_name: 'production',
        span_name: 'POST /charges/4711',
        span_kind: 'SPAN_KIND_SERVER',
      },
      ['production', 'shop', 'payments', 'POST /charges/{id}', 'other', 'sync'],
    ],
    [
      'Tempo, by way of OTLP',
      { service: 'payments', job: 'shop/payments', span_name: 'charge' },
      ['test', 'shop', 'payments', 'charge', 'other', 'sync'],
    ],
    [
      'a Collector that is scraped',
      {
        service_name: 'mails',
        job: 'otelcol',
        exported_job: 'shop/mails',
        span_name: 'process orders',
        span_kind: 'SPAN_KIND_CONSUMER',
      },
      ['test', 'shop', 'mails', 'process orders', 'messaging', 'async'],
    ],
    [
      'the processor',
      { service_name: 'payments', operation: 'charge' },
      ['test', '', 'payments', 'charge', 'other', 'sync'],
    ],
  ])('reads what %s wrote', (_, labels, told) => {
    const [environment, namespace, name, operation, protocol, mode] = told;
    expect(spanEnds(labels, { environment: 'test' })).toEqual({
      caller: outside(environment),
      callee: { kind: 'service', environment, namespace, name },
      ...{ operation, protocol, mode },
    });
  });

  it.each<Labels>([
    {},
    { service_name: 'unknown_service:node' },
    { service: '10.0.0.7' },
  ])('leaves out what has no name: %j', labels => {
    expect(spanEnds(labels, { environment: '' })).toBeUndefined();
  });
});
