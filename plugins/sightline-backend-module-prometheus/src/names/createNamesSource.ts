import {
  Instant,
  OutsideName,
} from '@sightline/backstage-plugin-sightline-common';
import { ok, PullSource } from '@sightline/backstage-plugin-sightline-node';
import { PrometheusClient } from '../client/createPrometheusClient';
import { Series } from '../client/engine/readAnswer';

export type NamesSourceOptions = {
  /** of the server, as configured */
  id: string;
  client: PrometheusClient;
  now?: () => Instant;
};

/** What OpenTelemetry makes services and Collectors write; one of them is enough. */
const written = [
  'http_server_request_duration_seconds_count',
  'traces_span_metrics_calls_total',
  'target_info',
].join('|');

const question = `group by (service_namespace, service_name) ({__name__=~"${written}",service_name!=""})`;

const toName = ({ labels }: Series): OutsideName => ({
  kind: 'otel',
  name: labels.service_name ?? '',
  namespace: labels.service_namespace ?? '',
});

/**
 * Tells which services a Prometheus has metrics of, by the names they have there:
 * a service without traces is known by them, too, and objectives find its series.
 */
export const createNamesSource = (options: NamesSourceOptions): PullSource => {
  const { id, client, now = Date.now } = options;
  return {
    kind: 'pull',
    id: `prometheus:${id}:names`,
    title: `Prometheus ${id}: names of services`,
    defaults: {
      every: { minutes: 10 },
      timeout: { seconds: 50 },
      freshFor: { minutes: 30 },
    },
    wantsServices: false,
    async pull(_, context) {
      const answer = await client.query(question, now(), context);
      if (answer.outcome !== 'ok') return answer;
      const names = answer.value.data.map(toName);
      const { notes = [] } = answer;
      return names.length > 0
        ? ok({ names }, notes)
        : ok({}, [...notes, noneNamed]);
    },
  };
};

const noneNamed =
  'No metric has a label service_name: is it promoted from the attributes of the resource?';
