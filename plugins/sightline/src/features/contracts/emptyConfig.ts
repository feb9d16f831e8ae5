import { annotations } from '@sightline/backstage-plugin-sightline-common';

/** All it takes until the first contracts come. */
export const brokerConfig = `# packages/backend/src/index.ts
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-pact'),
);

# app-config.yaml
sightline:
  pact:
    brokers:
      - id: main
        url: https://broker.example.com
        auth:
          username: reader
          password: \${PACT_BROKER_READER_PASSWORD}`;

/** What makes a service of the catalog known under its name on the broker. */
export const aliasConfig = (service: string) => `# catalog-info.yaml
metadata:
  annotations:
    ${annotations.aliases}: pact:${service}`;
