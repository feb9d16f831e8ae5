import { parseEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi } from '@backstage/core-plugin-api';
import {
  DefaultApiClient,
  DeploysPage,
  SafeToDeploy,
  ServiceRef,
  ServiceWorkloads,
} from '@sightline/backstage-plugin-sightline-common';
import { Answers, keyOf } from './Answers';
import type { SafeQuestion, WorkloadsApi } from './WorkloadsApi';

const pathOf = (service: ServiceRef) => {
  const { namespace, name } = parseEntityRef(service);
  return { namespace, name };
};

/** As long as a pipeline's own log shows it: `?environment=production&exit=1`. */
const addressOf = (
  base: string,
  service: ServiceRef,
  { environment, version }: SafeQuestion,
): string => {
  const { namespace, name } = pathOf(service);
  const query = new URLSearchParams({
    ...(version && { version }),
    ...(environment && { environment }),
    exit: '1',
  });
  const path = [namespace, name].map(encodeURIComponent).join('/');
  return `${base}/v1/services/${path}/safe-to-deploy?${query}`;
};

type WorkloadsClientOptions = {
  http: DefaultApiClient;
  answers: Answers;
  discoveryApi: DiscoveryApi;
};

/** What the client asks about what runs. */
export const workloadsClient = ({
  http,
  answers,
  discoveryApi,
}: WorkloadsClientOptions): WorkloadsApi => ({
  getServiceWorkloads: (service, options) => {
    const path = pathOf(service);
    return answers.read<ServiceWorkloads>(
      keyOf('workloads/of', path),
      how => http.getServiceWorkloads({ path }, how),
      options,
    );
  },
  getDeploys: (query, options) =>
    answers.read<DeploysPage>(
      keyOf('deploys', query),
      how => http.getDeploys({ query }, how),
      options,
    ),
  getSafeToDeploy: (service, question, options) => {
    const path = pathOf(service);
    return answers.read<SafeToDeploy>(
      keyOf('safe', { ...path, ...question }),
      how => http.getSafeToDeploy({ path, query: question }, how),
      options,
    );
  },
  whereToAskIfSafe: async (service, question) =>
    addressOf(await discoveryApi.getBaseUrl('sightline'), service, question),
});
