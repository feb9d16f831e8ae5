import { readFile } from 'node:fs/promises';
import { IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { ClusterConfig, ClusterCredentials } from '../clusters/ClusterConfig';
import {
  isRefusal,
  KubeAnswer,
  KubeClient,
  KubeClientOptions,
  KubeRequest,
  Refusal,
} from './KubeClient';
import {
  notJson,
  refusalOfError,
  refusalOfStatus,
  timedOut,
  tooLarge,
} from './refusals';

const authorization = async (
  credentials: ClusterCredentials,
): Promise<Record<string, string>> => {
  switch (credentials.kind) {
    case 'token':
      return { authorization: `Bearer ${credentials.token}` };
    case 'tokenFile': {
      const token = await readFile(credentials.file, 'utf8');
      return { authorization: `Bearer ${token.trim()}` };
    }
    case 'basic': {
      const { username, password } = credentials;
      const said = Buffer.from(`${username}:${password}`).toString('base64');
      return { authorization: `Basic ${said}` };
    }
    default:
      return {};
  }
};

const addressOf = (url: string, { path, query = {} }: KubeRequest) => {
  const address = new URL(url + path);
  for (const [key, value] of Object.entries(query)) {
    address.searchParams.set(key, value);
  }
  return address;
};

class Silence extends Error {}

const ask = (
  cluster: ClusterConfig,
  address: URL,
  headers: Record<string, string>,
  { signal, silence }: KubeRequest,
) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { ca, cert, key, skipTlsVerify } = cluster;
    const options = {
      headers: { accept: 'application/json', ...headers },
      signal,
    };
    const asked =
      address.protocol === 'https:'
        ? requestHttps(
            address,
            {
              ...options,
              ca,
              cert,
              key,
              rejectUnauthorized: !skipTlsVerify,
              agent: false,
            },
            resolve,
          )
        : requestHttp(address, { ...options, agent: false }, resolve);
    // Before the answer and within it alike.
    asked.setTimeout(silence, () => asked.destroy(new Silence()));
    asked.on('error', reject);
    asked.end();
  });

const readAll = async (body: IncomingMessage, limit: number) => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += (chunk as Buffer).length;
    if (size > limit) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Speaks with one cluster; what it must know to do so goes nowhere else. */
export const createKubeClient = (
  cluster: ClusterConfig,
  options: KubeClientOptions,
): KubeClient => {
  const { now = Date.now, countCall } = options;
  let ahead = 0;

  const heard = (answer: IncomingMessage) => {
    const at = Date.parse(answer.headers.date ?? '');
    if (!Number.isNaN(at)) ahead = at - now();
  };

  const refusalOf = (error: unknown, place: { url: string }, silence: number) =>
    error instanceof Silence
      ? timedOut(silence / 1000, place)
      : refusalOfError(error, place);

  const open = async (asked: KubeRequest): Promise<KubeAnswer | Refusal> => {
    const place = { url: `${cluster.url}${asked.path}` };
    try {
      const headers = await authorization(cluster.credentials);
      countCall();
      const body = await ask(
        cluster,
        addressOf(cluster.url, asked),
        headers,
        asked,
      );
      heard(body);
      const { statusCode = 0 } = body;
      if (statusCode >= 200 && statusCode < 300) return { body };
      body.destroy();
      return refusalOfStatus(statusCode, place);
    } catch (error) {
      return refusalOf(error, place, asked.silence);
    }
  };

  const json = async (
    asked: KubeRequest & { limit: number },
  ): Promise<{ value: unknown } | Refusal> => {
    const place = { url: `${cluster.url}${asked.path}` };
    const opened = await open(asked);
    if (isRefusal(opened)) return opened;
    let said: string | undefined;
    try {
      said = await readAll(opened.body, asked.limit);
    } catch (error) {
      return refusalOf(error, place, asked.silence);
    }
    if (said === undefined) return tooLarge(place);
    try {
      return { value: JSON.parse(said) };
    } catch {
      return notJson(
        place,
        said.startsWith('<') ? 'a web page' : 'something that is not JSON',
      );
    }
  };

  return { url: cluster.url, open, json, clockAhead: () => ahead };
};
