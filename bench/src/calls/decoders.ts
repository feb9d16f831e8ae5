// eslint-disable-next-line spaced-comment -- declares what comes without types
/// <reference path="./untyped.d.ts" />
import { parse } from 'protobufjs';
import { PbfReader } from 'pbf';
import { compile } from 'pbf/compile';
import schema from 'protocol-buffers-schema';
import {
  OtlpProtobufDecoder,
  SpanColumns,
  StringTable,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { otlpProto } from './otlpProto';

/** Decodes a body and answers something that keeps the work from being left out. */
export type Decoder = (body: Uint8Array) => number;

export const ours = (): Decoder => {
  const columns = new SpanColumns(new StringTable());
  const decoder = new OtlpProtobufDecoder(columns);
  return body => {
    columns.clear();
    decoder.decode(body);
    return columns.spans;
  };
};

/** protobufjs compiles a decoder from the schema at run time. */
export const withProtobufjs = (): Decoder => {
  const type = parse(otlpProto, { keepCase: true }).root.lookupType('Request');
  return body =>
    (type.decode(body) as unknown as { resource_spans: unknown[] })
      .resource_spans.length;
};

/** The code that pbf generates. */
export const withPbf = (): Decoder => {
  const { readRequest } = compile(schema.parse(otlpProto));
  return body => readRequest(new PbfReader(body)).resource_spans.length;
};
