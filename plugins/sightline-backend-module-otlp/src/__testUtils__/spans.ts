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

/** 32 digits; not one after the other, as real ones are not. */
export const traceIdOf = (number: number) =>
  `${spread(number + 1)}${spread(number + 2 ** 32)}`;
/** 16 digits */
export const spanIdOf = (number: number) => spread(number + 2 ** 33);

const spread = (number: number) =>
  BigInt.asUintN(64, BigInt(number) * BigInt('0x9e3779b97f4a7c15'))
    .toString(16)
    .padStart(16, '0');

const serverSpan = (number: number) => ({
  traceId: traceIdOf(number),
  spanId: spanIdOf(number),
  name: 'POST /orders',
  kind: 2,
  startTimeUnixNano: '1790000000000000000',
  endTimeUnixNano: '1790000000001000000',
});
