import { momentOf } from '../../engine/moments.ts';
import { seededRandom } from '../../engine/random.ts';
import type { Run, Service, Truth } from '../../engine/Truth.ts';
import type { Labels } from '../promql/Series.ts';
import { SCRAPE_MS, type Scraping, type Target } from './scrapedSeries.ts';

/** Where a service runs; who emits no spans has no metrics either. */
export function targetsOf(options: {
  service: Service;
  truth: Truth;
  startMs: number;
  fromMs: number;
  present: { readonly untilMs: number };
}): Target[] {
  const { service, truth, startMs, fromMs, present } = options;
  const { otel, runs, name } = service;
  if (!otel) return [];
  const all = runs.reduce((sum, { replicas }) => sum + replicas, 0);
  return runs.map(run => ({
    labels: labelsOf(otel, run),
    share: run.replicas / all,
    restarts: truth.deploys
      .filter(deploy => deploy.service === name)
      .filter(deploy => deploy.cluster === run.cluster)
      .filter(({ completed = true }) => completed)
      .map(({ at }) => momentOf(at, startMs))
      .sort((a, b) => a - b),
    scraping: scrapingOf(`${run.cluster}/${run.name}`, fromMs, present),
  }));
}

/** Everybody is asked at a moment of their own, never on the whole half minute. */
function scrapingOf(
  target: string,
  fromMs: number,
  present: { readonly untilMs: number },
): Scraping {
  const phaseMs = 500 + seededRandom(target).below(SCRAPE_MS - 1000);
  return { fromMs, phaseMs, present };
}

function labelsOf(
  { serviceName, serviceNamespace, environment }: NonNullable<Service['otel']>,
  { cluster, namespace, name }: Run,
): Labels {
  return {
    job: serviceNamespace ? `${serviceNamespace}/${serviceName}` : serviceName,
    instance: `${name}.${namespace}.${cluster}:9464`,
    service_name: serviceName,
    ...(serviceNamespace && { service_namespace: serviceNamespace }),
    deployment_environment_name: environment,
    k8s_cluster_name: cluster,
  };
}
