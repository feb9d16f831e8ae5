import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  sightlineFactsExtensionPoint,
  sightlineSourcesExtensionPoint,
} from '../index';
import { createTicketsSource } from './createTicketsSource';

const urgentTickets = {
  id: 'tickets.urgent',
  type: 'number' as const,
  title: 'Urgent tickets',
  description: 'Open tickets that cannot wait',
  unit: 'count',
};

export const ticketsModule = createBackendModule({
  pluginId: 'sightline',
  moduleId: 'tickets',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        facts: sightlineFactsExtensionPoint,
        sources: sightlineSourcesExtensionPoint,
      },
      async init({ config, facts, sources }) {
        const tickets = config.getOptionalConfig('sightline.sources.tickets');
        if (!tickets) return;
        const url = tickets.getString('url');
        const token = tickets.getString('token');
        facts.addDefinitions([urgentTickets]);
        sources.addSource(createTicketsSource({ url, token }));
      },
    });
  },
});
