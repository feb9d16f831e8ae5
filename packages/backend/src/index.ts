import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

backend.add(import('@backstage/plugin-events-backend'));

// offers every action to AI agents, with the permissions of whoever asks
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-scaffolder-backend'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@sightline/backstage-plugin-sightline-backend'));
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-ical'),
);
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-kubernetes'),
);
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-otlp'),
);
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-pact'),
);
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-pagerduty'),
);
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-prometheus'),
);
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-traces'),
);
backend.add(
  import('@sightline/backstage-plugin-catalog-backend-module-sightline'),
);

backend.start();
