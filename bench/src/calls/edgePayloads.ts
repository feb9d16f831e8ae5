import { randomBytes } from 'node:crypto';
import { fleetServiceName } from '../worlds/fleetCatalog';
import { encodeRequest } from './encodeRequest';
import { attributes } from './payload';

/** As many edges as there are at most: each service calls so many others. */
const services = 1_000;
const calleesOfAService = 50;
const edges = services * calleesOfAService;

/** The edges one after the other, a call each: what a large company's tail looks like. */
export const createEdgePayloads = (options: {
  callsOfARequest: number;
  /** milliseconds since 1970 */
  begin: number;
}): Uint8Array[] => {
  const { callsOfARequest, begin } = options;
  const requests = Math.ceil(edges / callsOfARequest);
  return Array.from({ length: requests }, (_, request) =>
    encodeRequest(
      Array.from({ length: callsOfARequest }, (_call, n) =>
        call((request * callsOfARequest + n) % edges, begin),
      ).flat(),
    ),
  );
};

const call = (edge: number, begin: number) => {
  const caller = edge % services;
  // 13 and the number of services share no factor: fifty different ones, none the caller.
  const step = Math.floor(edge / services);
  const callee = (caller + 1 + 13 * step) % services;
  const name = `shop.${fleetServiceName(callee)}/Handle`;
  const traceId = randomBytes(16);
  const spanId = randomBytes(8);
  const took = 1 + ((edge * 7919) % 40);
  const span = (milliseconds: number) => ({
    traceId,
    name,
    startTimeUnixNano: `${begin}000000`,
    endTimeUnixNano: `${begin + milliseconds}000000`,
    attributes: attributes({
      'rpc.system': 'grpc',
      'rpc.service': `shop.${fleetServiceName(callee)}`,
      'rpc.method': 'Handle',
      'server.address': fleetServiceName(callee),
    }),
  });
  return [
    spansOf(caller, { ...span(took + 1), spanId, kind: 3 }),
    spansOf(callee, {
      ...span(took),
      spanId: randomBytes(8),
      parentSpanId: spanId,
      kind: 2,
    }),
  ];
};

const spansOf = (service: number, span: object) => ({
  resource: {
    attributes: attributes({
      'service.name': fleetServiceName(service),
      'service.namespace': 'default',
      'k8s.pod.name': `${fleetServiceName(service)}-7d9f8b6c5d-x1q4`,
    }),
  },
  scopeSpans: [{ spans: [span] }],
});
