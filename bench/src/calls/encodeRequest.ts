import { parse } from 'protobufjs';
import { otlpProto } from './otlpProto';

const { root } = parse(otlpProto);
const requestType = root.lookupType('Request');

/** An ExportTraceServiceRequest in protobuf. */
export const encodeRequest = (resourceSpans: object[]): Uint8Array =>
  requestType.encode(requestType.fromObject({ resourceSpans })).finish();
