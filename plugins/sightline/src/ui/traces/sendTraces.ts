/** What makes a Collector send traces here, beside where it sends them already. */
export const collectorExporter = (
  backstage = 'backstage.example.com',
) => `exporters:
  otlp_http/sightline:
    traces_endpoint: https://${backstage}/api/sightline/otlp/v1/traces
    headers:
      authorization: Bearer \${env:SIGHTLINE_OTLP_TOKEN}`;

/** All it takes until the first traces come: on our side, and on the Collector's. */
export const sendTraces = `# packages/backend/src/index.ts
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
${collectorExporter()}
service:
  pipelines:
    traces/sightline:
      receivers: [otlp]
      exporters: [otlp_http/sightline]`;
