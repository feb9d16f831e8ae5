import { annotations } from '@sightline/backstage-plugin-sightline-common';

/** What names the document that holds a service's promises. */
export const openSloAnnotation = `# catalog-info.yaml
metadata:
  annotations:
    ${annotations.openslo}: ./slo.yaml`;

/** A whole promise for a service, in a file of its own. */
export const openSloFile = (service: string): string =>
  `# slo.yaml, beside catalog-info.yaml
apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${service}-availability
  displayName: Requests are answered
spec:
  service: ${service}
  indicator:
    metadata:
      name: answered
    spec:
      ratioMetric:
        counter: true
        bad:
          metricSource:
            type: Prometheus
            spec:
              query: sum(increase(http_server_request_duration_seconds_count{service_name="${service}",http_response_status_code=~"5.."}[$window]))
        total:
          metricSource:
            type: Prometheus
            spec:
              query: sum(increase(http_server_request_duration_seconds_count{service_name="${service}"}[$window]))
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.999`;

/** The file, and the annotation that names it. */
export const openSloDocument = (service: string): string =>
  `${openSloFile(service)}

${openSloAnnotation}`;
