export type Answer = {
  status: number;
  type: string | null;
  retryAfter: string | null;
  bytes: Buffer;
};

/** Sends a body as an exporter does. */
export const post = async (
  port: number,
  body: BodyInit | Buffer,
  headers: Record<string, string>,
): Promise<Answer> => {
  const response = await fetch(`http://127.0.0.1:${port}/otlp/v1/traces`, {
    method: 'POST',
    body: body as BodyInit,
    headers,
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    retryAfter: response.headers.get('retry-after'),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
};

export const protobuf = { 'content-type': 'application/x-protobuf' };
export const json = { 'content-type': 'application/json' };
export const gzip = { 'content-encoding': 'gzip' };
