import {
  askBytes,
  askJson,
  AskOptions,
  Outcome,
  ReceivedBytes,
} from '@sightline/backstage-plugin-sightline-node';
import { BackendConfig } from '../readTracesConfig';

type Query = Record<string, string | number>;

type More = Pick<AskOptions, 'alsoTake'> & { query?: Query };

/** Asks one back-end: below its address, with its headers, for no more than its limit. */
export interface Asker {
  json<T>(
    path: string,
    read: (json: unknown) => T,
    more?: More,
  ): Promise<Outcome<T>>;
  protobuf<T>(
    path: string,
    read: (received: ReceivedBytes) => T,
  ): Promise<Outcome<T>>;
}

/** What Jaeger and Tempo say about a refusal: in JSON of two shapes, or in plain words. */
const explain = (body: string): string | undefined => {
  if (!body.trimStart().startsWith('{')) {
    return body.includes('<') ? undefined : body.trim();
  }
  const { error, errors } = JSON.parse(body);
  const why = error?.message ?? errors?.[0]?.msg;
  return typeof why === 'string' ? why : undefined;
};

export const createAsker = (
  { url, headers, tls, atMost }: BackendConfig,
  around: Pick<AskOptions, 'context' | 'now'>,
): Asker => {
  const options = (path: string, query: Query = {}): AskOptions => {
    const address = new URL(`${url}${path}`);
    Object.entries(query).forEach(([name, value]) =>
      address.searchParams.set(name, String(value)),
    );
    const limit = atMost.bytes;
    return { ...around, url: address, headers, tls, limit, explain };
  };
  return {
    json: (path, read, { query, ...more } = {}) =>
      askJson({ ...options(path, query), ...more, read }),
    protobuf: (path, read) =>
      askBytes({ ...options(path), accept: 'application/protobuf', read }),
  };
};
