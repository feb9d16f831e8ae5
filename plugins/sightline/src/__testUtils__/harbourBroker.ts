import {
  ContractEnvironment,
  Evidence,
  Pacticipant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { NOON } from './harbour';

export const brokerEvidence = (now = NOON): Evidence => ({
  source: 'pact:main',
  observedAt: toIso(now - 120_000),
  validFor: 900_000,
});

export const brokerEnvironments: ContractEnvironment[] = [
  {
    ...{ broker: 'pact:main', name: 'production', production: true },
    displayName: 'Production',
  },
  {
    ...{ broker: 'pact:main', name: 'staging', production: false },
    displayName: 'Staging',
  },
];

/** Services whose name on the broker is another than their own. */
const named: Record<string, string> = {
  Orders: 'orders',
  'cart-service': 'cart',
  Catalog: 'product-catalog',
  'Inventory Service': 'inventory',
  Payments: 'payments',
  'pricing-svc': 'pricing',
};

/** A misspelt name, which stands for nobody. */
export const nobody = 'moblie-bff';

export const pacticipant = (name: string): Pacticipant => ({
  broker: 'pact:main',
  name,
  ...(name !== nobody && {
    service: {
      ref: `component:default/${named[name] ?? name}`,
      name: named[name] ?? name,
    },
  }),
});
