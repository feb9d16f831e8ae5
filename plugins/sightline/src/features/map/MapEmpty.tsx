import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { CallMapPage } from './useCallMap';
import { lengthWords } from './windowWords';

const config = `# packages/backend/src/index.ts
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-otlp'),
);

# app-config.yaml
backend:
  auth:
    externalAccess:
      - type: static
        options:
          token: \${SIGHTLINE_OTLP_TOKEN}
          subject: otel-collector
        accessRestrictions:
          - plugin: sightline

# OpenTelemetry Collector
exporters:
  otlp_http/sightline:
    traces_endpoint: https://backstage.example.com/api/sightline/otlp/v1/traces
    headers:
      authorization: Bearer \${env:SIGHTLINE_OTLP_TOKEN}
service:
  pipelines:
    traces/sightline:
      receivers: [otlp]
      exporters: [otlp_http/sightline]`;

const WEEK = 10_080;

/** No edges and no nodes: because of what was chosen, or for want of traces. */
export const MapEmpty = ({ query, onChange }: CallMapPage) => {
  const { focus, environment, minutes, until } = query;
  if (focus || environment || until) {
    return (
      <EmptyPanel
        title="Nothing was called here"
        action={{
          label: 'Whole map, until now',
          onClick: () =>
            onChange({
              focus: undefined,
              environment: undefined,
              until: undefined,
            }),
        }}
      >
        No call was seen in the chosen window
        {environment && `, in the environment ${environment}`}
        {focus && `, around ${focus}`}.
      </EmptyPanel>
    );
  }
  return (
    <EmptyPanel
      title={`No call was seen in the ${lengthWords(minutes)}`}
      config={config}
      action={
        minutes < WEEK
          ? {
              label: 'Look back 7 days',
              onClick: () => onChange({ minutes: WEEK, compare: undefined }),
            }
          : undefined
      }
    >
      The map shows who calls whom, as traces tell it. Let an OpenTelemetry
      Collector send them here, beside where it sends them already:
    </EmptyPanel>
  );
};
