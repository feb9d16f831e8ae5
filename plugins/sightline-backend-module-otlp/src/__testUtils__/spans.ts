/** Requests of spans that are all different, for counting them again at the end. */
export const requestOfSpans = (first: number, count: number): string =>
  JSON.stringify({
    resourceSpans: [
      {
        resource: {
          attributes: [
            { key: 'service.name', value: { stringValue: 'orders' } },
          ],
        },
        scopeSpans: [
          {
            spans: Array.from({ length: count }, (_, n) =>
              serverSpan(first + n),
            ),
          },
        ],
      },
    ],
  });

const hex = (value: number, digits: number) =>
  value.toString(16).padStart(digits, '0');

const serverSpan = (number: number) => ({
  traceId: hex(number + 1, 32),
  spanId: hex(number + 1, 16),
  name: 'POST /orders',
  kind: 2,
  startTimeUnixNano: '1790000000000000000',
  endTimeUnixNano: '1790000000001000000',
});
