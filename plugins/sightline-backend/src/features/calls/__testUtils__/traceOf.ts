import { Instant } from '@sightline/backstage-plugin-sightline-common';

const hex = (value: number, digits: number) =>
  value.toString(16).padStart(digits, '0');

const resourceOf = (name: string) => ({
  attributes: Object.entries({
    'service.name': name,
    'service.namespace': 'shop',
    'deployment.environment.name': 'production',
  }).map(([key, stringValue]) => ({ key, value: { stringValue } })),
});

/** OTLP's JSON: the storefront places an order, in 20.5 ms; number 0 fails. */
export const traceOf = (options: { number: number; at: Instant }): string => {
  const { number, at } = options;
  const traceId = hex(number + 1, 32);
  const client = hex(number * 2 + 1, 16);
  const shared = {
    traceId,
    name: 'POST /orders',
    startTimeUnixNano: `${at - 20}000000`,
    endTimeUnixNano: `${at}500000`,
    ...(number === 0 && { status: { code: 2 } }),
  };
  return JSON.stringify({
    resourceSpans: [
      {
        resource: resourceOf('storefront'),
        scopeSpans: [{ spans: [{ ...shared, spanId: client, kind: 3 }] }],
      },
      {
        resource: resourceOf('orders'),
        scopeSpans: [
          {
            spans: [
              {
                ...shared,
                spanId: hex(number * 2 + 2, 16),
                parentSpanId: client,
                kind: 2,
                attributes: [
                  {
                    key: 'http.request.method',
                    value: { stringValue: 'POST' },
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
};
