import { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';
import { CallsSettings } from './calls/callParts';
import { PrometheusServer } from './client/createPrometheusClient';
import { Matcher } from './client/engine/selectors';

/** One Prometheus, and what is read from it. */
export type ServerConfig = {
  id: string;
  server: PrometheusServer;
  /** left out where calls are not read */
  calls?: CallsSettings;
};

const asDuration = (value: unknown): Millis | undefined => {
  try {
    const config = new ConfigReader({ value } as never);
    return durationToMilliseconds(
      readDurationFromConfig(config, { key: 'value' }),
    );
  } catch {
    return undefined;
  }
};

const duration = (bounds: { least: Millis; most: Millis; words: string }) =>
  z.unknown().transform((value, context): Millis => {
    const millis = asDuration(value);
    if (millis !== undefined) {
      if (millis >= bounds.least && millis <= bounds.most) return millis;
    }
    context.addIssue(`it must be ${bounds.words}, such as '2m' or PT2M`);
    return z.NEVER;
  });

const problemWithAddress = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    return 'it must be an address that begins with http:// or https://';
  }
  if (url.username || url.password) {
    return 'it must not hold credentials: put them under auth';
  }
  if (/\/api\/v1\/?$/.test(url.pathname)) {
    return 'it must end before /api/v1';
  }
  return url.search || url.hash ? 'it must end with its path' : undefined;
};

const address = z.string().superRefine((url, context) => {
  const problem = problemWithAddress(url);
  if (problem) context.addIssue(problem);
});

const canBeSent = (name: string, value: string) => {
  try {
    return new Headers({ [name]: value }).has(name);
  } catch {
    return false;
  }
};

const headers = z.record(z.string(), z.string()).superRefine((all, context) => {
  for (const [name, value] of Object.entries(all)) {
    if (!canBeSent(name, value)) {
      context.addIssue(`'${name}' or its value cannot be sent as a header`);
    }
  }
});

const sendable = z
  .string()
  .refine(value => value !== '' && canBeSent('x', value), {
    error: 'it is empty, or cannot be sent as a header',
  });

const pem = z.string().includes('-----BEGIN', {
  error: 'it must be a text in PEM format: `$file: ./ca.pem` reads one',
});

const calls = z.strictObject({
  enabled: z.boolean().default(true),
  settle: duration({
    least: 0,
    most: 600_000,
    words: 'at most 10 minutes',
  }).prefault('30s'),
  catchUp: duration({
    least: 60_000,
    most: 3_600_000,
    words: '1 minute to 1 hour',
  }).prefault('15m'),
  gap: duration({
    least: 60_000,
    most: 3_600_000,
    words: '1 minute to 1 hour',
  }).prefault('10m'),
  environment: z.string().default(''),
  where: z
    .record(
      z
        .string()
        .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'its keys must be names of labels'),
      z.string(),
    )
    .default({}),
});

const server = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/,
      'it must be small letters, digits and hyphens',
    ),
  url: address,
  tenant: sendable.optional(),
  tenantHeader: z.string().default('X-Scope-OrgID'),
  auth: z
    .union(
      [
        z.strictObject({ token: sendable }),
        z.strictObject({ username: z.string(), password: z.string() }),
      ],
      'it must be a token, or a username and a password',
    )
    .optional(),
  headers: headers.default({}),
  tls: z
    .strictObject({
      ca: pem.optional(),
      cert: pem.optional(),
      key: pem.optional(),
    })
    .optional(),
  calls: calls.prefault({}),
});

type Read = z.infer<typeof server>;

const prometheus = z.strictObject({
  servers: z
    .array(server)
    .refine(all => new Set(all.map(({ id }) => id)).size === all.length, {
      error: 'two of them have the same id',
    })
    .default([]),
});

/** Reads `sightline.prometheus`; throws one error that names every wrong key. */
export const readPrometheusConfig = (
  root: RootConfigService,
): ServerConfig[] => {
  const said = root.getOptional('sightline.prometheus');
  const read = prometheus.safeParse(said ?? {});
  if (!read.success) {
    const problems = read.error.issues.map(issue => inWords(issue, said));
    throw new Error(`app-config is wrong:\n- ${problems.join('\n- ')}`);
  }
  return read.data.servers.map(toServerConfig);
};

const toServerConfig = (read: Read): ServerConfig => {
  const { id, url, tls, calls: said } = read;
  const { enabled, where, ...settings } = said;
  const matchers = Object.entries(where).map(
    ([label, value]): Matcher => [label, '=', value],
  );
  return {
    id,
    server: {
      url: url.replace(/\/+$/, ''),
      headers: headersOf(read),
      ...(tls && { tls }),
    },
    ...(enabled && { calls: { ...settings, matchers } }),
  };
};

/** What is given under `headers` comes before what we make up. */
const headersOf = ({ tenant, tenantHeader, auth, ...read }: Read) => ({
  ...(tenant !== undefined && { [tenantHeader.toLowerCase()]: tenant }),
  ...(auth && { authorization: authorization(auth) }),
  ...Object.fromEntries(
    Object.entries(read.headers).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  ),
});

const authorization = (auth: NonNullable<Read['auth']>) =>
  'token' in auth
    ? `Bearer ${auth.token}`
    : `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString(
        'base64',
      )}`;

// What opens doors stays out of the log, and an address may hold a password.
const unsayable = new Set<PropertyKey>([
  'auth',
  'headers',
  'tenant',
  'tls',
  'url',
]);

const inWords = ({ path, message }: z.core.$ZodIssue, said: unknown) => {
  const key = path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('');
  const value = path.reduce<unknown>(
    (within, step) => (within as Record<PropertyKey, unknown>)?.[step],
    said,
  );
  const got =
    typeof value === 'object' || path.some(step => unsayable.has(step))
      ? ''
      : `got ${JSON.stringify(value)}; `;
  return `sightline.prometheus${key}: ${got}${message}`;
};
