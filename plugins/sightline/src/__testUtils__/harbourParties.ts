import {
  CallParty,
  CallProtocol,
  Tier,
} from '@sightline/backstage-plugin-sightline-common';

/** Who there is in Harbour: team, system, tier. */
const services: Record<string, [team: string, system: string, tier: Tier]> = {
  'edge-gateway': ['platform', 'foundation', 'T0'],
  identity: ['platform', 'foundation', 'T0'],
  sessions: ['platform', 'foundation', 'T0'],
  users: ['platform', 'foundation', 'T1'],
  notifications: ['platform', 'foundation', 'T2'],
  'web-bff': ['storefront', 'storefront', 'T1'],
  'mobile-bff': ['storefront', 'storefront', 'T1'],
  'product-catalog': ['discovery', 'discovery', 'T1'],
  search: ['discovery', 'discovery', 'T1'],
  reviews: ['discovery', 'discovery', 'T2'],
  recommendations: ['insights', 'discovery', 'T2'],
  cart: ['checkout', 'checkout', 'T1'],
  pricing: ['checkout', 'checkout', 'T0'],
  promotions: ['checkout', 'checkout', 'T3'],
  orders: ['checkout', 'checkout', 'T0'],
  'price-sync': ['merchandising-tools', 'checkout', 'T3'],
  payments: ['payments', 'money', 'T0'],
  fraud: ['payments', 'money', 'T1'],
  ledger: ['payments', 'money', 'T0'],
  invoices: ['payments', 'money', 'T2'],
  inventory: ['logistics', 'fulfilment', 'T1'],
  warehouse: ['logistics', 'fulfilment', 'T1'],
  shipping: ['logistics', 'fulfilment', 'T1'],
  returns: ['logistics', 'fulfilment', 'T2'],
};

/** What callers know of the stores that are not PostgreSQL. */
const technologies: Record<string, string> = {
  'cart-store': 'redis',
  'pricing-cache': 'redis',
  'session-cache': 'redis',
  'fraud-features': 'redis',
  'recommendation-features': 'redis',
  'pricing-db': 'mssql',
  'reviews-db': 'mysql',
  'product-index': 'elasticsearch',
  'invoice-documents': 'minio',
};

const service = (name: string): CallParty => {
  const known = Object.hasOwn(services, name) ? services[name] : undefined;
  const id = `component:default/${name}`;
  return {
    id,
    entity: id,
    kind: 'service',
    name,
    ...(known && {
      owner: { ref: `group:default/${known[0]}`, name: known[0] },
      system: { ref: `system:default/${known[1]}`, name: known[1] },
      tier: known[2],
    }),
    environments: ['production', 'staging'],
  };
};

const resource = (
  kind: 'datastore' | 'queue',
  name: string,
  technology: string,
): CallParty => ({
  id: `resource:default/${name}`,
  entity: `resource:default/${name}`,
  kind,
  name,
  technology,
  environments: ['production'],
});

/** One of Harbour's: `orders`, `db:orders-db`, `topic:order-events`, `external:api.cardrail.example`. */
export function party(name: string): CallParty {
  const [, kind, rest] = /^(db|topic|external):(.+)$/.exec(name) ?? [];
  switch (kind) {
    case 'db':
      return resource('datastore', rest, technologies[rest] ?? 'postgresql');
    case 'topic':
      return resource('queue', rest, 'kafka');
    case 'external':
      return { id: name, kind: 'external', name: rest };
    default:
      return service(name);
  }
}

/** gRPC is told by its dotted package, messages and queries by whom they go to. */
export const protocolOf = (to: string, operation: string): CallProtocol => {
  if (to.startsWith('topic:') || /^(send|process) /.test(operation)) {
    return 'messaging';
  }
  if (to.startsWith('db:')) {
    return 'database';
  }
  return /^[\w.]+\.\w+\/\w+$/.test(operation) ? 'grpc' : 'http';
};
