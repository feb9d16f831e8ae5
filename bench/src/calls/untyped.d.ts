declare module 'pbf/compile' {
  import type { PbfReader } from 'pbf';

  export function compile(schema: unknown): {
    readRequest(reader: PbfReader): { resource_spans: unknown[] };
  };
}

declare module 'protocol-buffers-schema' {
  export default class {
    static parse(text: string): unknown;
  }
}
