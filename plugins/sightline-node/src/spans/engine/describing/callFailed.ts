import { statusError } from '../columns/SpanColumns';
import { SpanFacts, tellsOfItsCall } from './SpanFacts';

const statusOk = 1;

/** gRPC's codes that are the server's fault; the others are answers. */
const serverFaults = new Set([
  ...['2', '4', '12', '13', '14', '15'],
  ...['UNKNOWN', 'DEADLINE_EXCEEDED', 'UNIMPLEMENTED'],
  ...['INTERNAL', 'UNAVAILABLE', 'DATA_LOSS'],
]);

/**
 * Whether a call failed, from the side that tells: a 404 is a mistake to the one
 * who asked and a correct answer to the one who gave it.
 *
 * Source: OpenTelemetry's semantic conventions on recording errors, with
 * OpenTracing's `error=true`.
 */
export const callFailed = (span: SpanFacts): boolean => {
  if (span.status === statusError) return true;
  if (span.status === statusOk) return false;
  if (span.error !== '') return span.error.toLowerCase() !== 'false';
  const asked = tellsOfItsCall(span);
  const http = Number(span.httpStatus);
  if (http >= 100) return http >= (asked ? 400 : 500);
  if (span.rpcStatus === '') return false;
  const rpc = span.rpcStatus.toUpperCase();
  return asked ? rpc !== '0' && rpc !== 'OK' : serverFaults.has(rpc);
};
