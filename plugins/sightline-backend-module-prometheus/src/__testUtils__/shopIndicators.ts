import { Indicator } from '@sightline/backstage-plugin-sightline-node';
import { calls } from './shopPast';

const by = ['service_namespace', 'service_name'];
const increase = (metric: string, matchers: string) =>
  `sum by (${by}) (increase(${calls}_${metric}{${matchers}}[$window]))`;
const service = (name: string) => ({ labels: by, service: [['shop', name]] });
export const noGhost = (called = 'ghost') =>
  `no data: Prometheus has no figures of ${called}. No series has {service_namespace="shop", service_name="ghost"}`;
export const availability = (name: string): Indicator => ({
  by: 'template',
  bad: increase('count', 'http_response_status_code=~"5.."'),
  total: increase('count', ''),
  ...service(name),
});
export const latency = (name: string, le: string): Indicator => ({
  by: 'template',
  good: increase('bucket', `le="${le}"`),
  total: increase('bucket', 'le="+Inf"'),
  ...service(name),
});
const own = (failed: string, total: string): Indicator => ({
  by: 'events',
  bad: `sum(increase(${calls}_count{${failed}}[$window]))`,
  total: `sum(increase(${calls}_count{${total}}[$window]))`,
});
export const ownPayments = own(
  'service_name="payments",http_response_status_code="500"',
  'service_name="payments"',
);
