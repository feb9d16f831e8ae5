import { call, message, Planned } from './journeyPlan';

const stored = call('db:orders-db', 'SELECT sales_order', [3, 12, 0.0001]);
const mailed = call(
  'external:api.mailferry.example',
  'POST /v1/send',
  [110, 380, 0.003],
);

const payments = call(
  'payments',
  'POST /payments',
  [330, 980, 0.009],
  [
    call(
      'fraud',
      'POST /assessments',
      [60, 190, 0.002],
      [
        call(
          'orders',
          'GET /customers/{id}/orders',
          [22, 80, 0.001],
          [call('db:orders-db', 'SELECT sales_order', [12, 45, 0.0001])],
        ),
        call('db:fraud-features', 'HGETALL', [2, 6, 0.0001]),
        call(
          'external:score.riskmesh.example',
          'POST /score',
          [70, 220, 0.004],
          [],
          {
            share: 0.3,
          },
        ),
      ],
    ),
    call(
      'external:api.cardrail.example',
      'POST /v2/charges',
      [210, 700, 0.0065],
    ),
    call('db:payments-db', 'INSERT payment', [5, 18, 0.0001]),
    call(
      'ledger',
      'harbour.ledger.v1.Ledger/Post',
      [12, 40, 0.0003],
      [call('db:ledger-db', 'INSERT entry', [6, 20, 0.0001])],
    ),
    message('payment-events', [
      call(
        'invoices',
        'process payment-events',
        [90, 320, 0.0005],
        [call('db:invoices-db', 'INSERT invoice', [3, 12, 0.0001])],
      ),
      call(
        'notifications',
        'process payment-events',
        [130, 420, 0.003],
        [mailed],
      ),
      call('orders', 'process payment-events', [15, 50, 0.0005], [stored]),
    ]),
  ],
);

const pricing = call(
  'pricing',
  'harbour.pricing.v1.Pricing/Quote',
  [20, 75, 0.001],
  [
    call('db:pricing-db', 'SELECT list_price', [3, 12, 0.0001]),
    call(
      'promotions',
      'GET /promotions/active',
      [8, 32, 0.0012],
      [call('db:promotions-db', 'SELECT campaign', [3, 12, 0.0001])],
    ),
  ],
);

const inventory = call(
  'inventory',
  'harbour.inventory.v1.Inventory/Reserve',
  [18, 60, 0.0015],
  [
    call('db:inventory-db', 'UPDATE stock', [6, 22, 0.0001]),
    call('warehouse', 'GET /stock/{sku}', [30, 120, 0.002], [], { share: 0.2 }),
  ],
);

const told = message('order-events', [
  call(
    'invoices',
    'process order-events',
    [60, 200, 0.001],
    [call('orders', 'GET /orders/{id}', [14, 45, 0.0008], [stored])],
  ),
  call(
    'shipping',
    'process order-events',
    [40, 130, 0.001],
    [call('users', 'GET /users/{id}', [10, 35, 0.0006])],
  ),
  call('notifications', 'process order-events', [150, 460, 0.003], [mailed]),
  call('inventory', 'process order-events', [14, 45, 0.0005]),
  call('recommendations', 'process order-events', [10, 30, 0.0005]),
]);

const orders = call(
  'orders',
  'POST /orders',
  [490, 1420, 0.013],
  [
    call(
      'cart',
      'GET /carts/{id}',
      [8, 25, 0.0008],
      [call('db:cart-store', 'GET', [1, 4, 0.0001])],
    ),
    call(
      'users',
      'GET /users/{id}',
      [10, 35, 0.0006],
      [call('db:users-db', 'SELECT customer', [3, 12, 0.0001])],
    ),
    pricing,
    call(
      'shipping',
      'GET /quotes',
      [30, 110, 0.002],
      [call('db:shipping-db', 'SELECT carrier_rate', [8, 30, 0.0001])],
    ),
    inventory,
    payments,
    call('db:orders-db', 'INSERT sales_order', [5, 18, 0.0001], [], {
      times: 2,
    }),
    told,
  ],
);

/** An order is placed, through the web shop or the app. */
export const orderPlan = (operation: string, bff: string): Planned =>
  call(
    'edge-gateway',
    operation,
    [540, 1540, 0.014],
    [
      call(
        'sessions',
        'GET /sessions/{id}',
        [4, 12, 0.0002],
        [call('db:session-cache', 'GET', [1, 3, 0.0001])],
      ),
      call('identity', 'POST /oauth/introspect', [6, 18, 0.0003]),
      call(
        bff,
        bff === 'web-bff' ? 'POST /checkout' : 'POST /v2/orders',
        [520, 1500, 0.014],
        [orders],
      ),
    ],
  );
