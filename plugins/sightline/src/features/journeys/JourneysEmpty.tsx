import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { Journeys } from './useJourneys';
import { isNarrowed } from './viewpoint';
import { LAST_WEEK, windowWords } from './windowWords';

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
      authorization: Bearer \${env:SIGHTLINE_OTLP_TOKEN}`;

/** No journeys: because of the filter, for want of traces, or of whole ones. */
export const JourneysEmpty = (props: Journeys) => {
  const { view, seen, onClear, onWindow } = props;
  const longer =
    view.minutes < LAST_WEEK
      ? {
          label: 'Look back 7 days',
          onClick: () => onWindow({ minutes: LAST_WEEK }),
        }
      : undefined;
  if (isNarrowed(view)) {
    return (
      <EmptyPanel
        title="No journey fits these filters"
        action={{ label: 'Clear all filters', onClick: onClear }}
      >
        Every word must occur in the operation that begins it or in the name of
        somebody on the way.
      </EmptyPanel>
    );
  }
  if (seen.any) {
    return (
      <EmptyPanel title="Calls, but no whole journey yet" action={longer}>
        A journey is read from whole traces: the root operation and all calls
        below it, under one trace id, once they have come to rest. Calls were
        seen in the {windowWords(view.minutes)}, but no whole trace. Let every
        service pass the <code>traceparent</code> header on, and where traces
        are sampled, keep or drop whole ones.
      </EmptyPanel>
    );
  }
  return (
    <EmptyPanel
      title={`No trace was seen in the ${windowWords(view.minutes)}`}
      config={config}
      action={longer}
    >
      A journey shows what happens when an operation is called: who is asked, in
      which order, and where the time goes. It is read from traces, which your
      services or their collector send here:
    </EmptyPanel>
  );
};
