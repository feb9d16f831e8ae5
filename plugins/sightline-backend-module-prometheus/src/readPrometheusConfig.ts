import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  address,
  authorization,
  certificates,
  credentials,
  distinct,
  duration,
  header,
  headers,
  readSection,
  sourceName,
} from '@sightline/backstage-plugin-sightline-node/config';
import { z } from 'zod';
import { CallsSettings } from './calls/callParts';
import { PrometheusServer } from './client/createPrometheusClient';
import { Matcher } from './client/engine/selectors';
import { SloSettings } from './slo/createIndicatorSource';

/** One Prometheus, and what is read from it. */
export type ServerConfig = {
  id: string;
  server: PrometheusServer;
  /** left out where calls are not read */
  calls?: CallsSettings;
  /** left out where no objectives are measured */
  slo?: SloSettings;
};

const calls = z.strictObject({
  enabled: z.boolean().default(true),
  settle: duration({
    least: 0,
    most: 600_000,
    words: "at most 10 minutes, such as '30s' or PT30S",
  }).prefault('30s'),
  catchUp: duration({
    least: 60_000,
    most: 3_600_000,
    words: "1 minute to 1 hour, such as '15m' or PT15M",
  }).prefault('15m'),
  gap: duration({
    least: 60_000,
    most: 3_600_000,
    words: "1 minute to 1 hour, such as '15m' or PT15M",
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

const objectives = z.strictObject({
  enabled: z.boolean().default(true),
  atOnce: z.int().min(1).max(50).default(4),
  discover: z.boolean().default(true),
});

const server = z.strictObject({
  id: sourceName,
  url: address({
    credentials: 'auth',
    problem: ({ pathname }) =>
      /\/api\/v1\/?$/.test(pathname) ? 'it must end before /api/v1' : undefined,
  }),
  tenant: header.optional(),
  tenantHeader: z.string().default('X-Scope-OrgID'),
  auth: credentials.optional(),
  headers,
  tls: certificates.optional(),
  calls: calls.prefault({}),
  slo: objectives.prefault({}),
});

type Read = z.infer<typeof server>;

const prometheus = z.strictObject({ servers: distinct(server) });

/** Reads `sightline.prometheus`; throws one error that names every wrong key. */
export const readPrometheusConfig = (root: RootConfigService): ServerConfig[] =>
  readSection(root, 'sightline.prometheus', prometheus).servers.map(
    toServerConfig,
  );

const toServerConfig = (read: Read): ServerConfig => {
  const { id, url, tls, calls: said } = read;
  const { enabled, where, ...settings } = said;
  const { enabled: measures, ...slo } = read.slo;
  const matchers = Object.entries(where).map(
    ([label, value]): Matcher => [label, '=', value],
  );
  return {
    id,
    server: {
      url,
      headers: headersOf(read),
      ...(tls && { tls }),
    },
    ...(enabled && { calls: { ...settings, matchers } }),
    ...(measures && { slo }),
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
