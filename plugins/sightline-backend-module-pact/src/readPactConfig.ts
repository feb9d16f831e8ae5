import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  address,
  certificates,
  distinct,
  header,
  headers,
  readSection,
  sourceName,
} from '@sightline/backstage-plugin-sightline-node/config';
import { z } from 'zod';
import { BrokerServer } from './client/createBrokerClient';
import { MirrorChoice } from './mirror/engine/toReport';

/** One broker, and what is looked at. */
export type BrokerConfig = {
  /** of the source: `pact:<id>` */
  id: string;
  title: string;
  server: BrokerServer;
  choice: MirrorChoice;
  /** what its webhooks have to show; without one they are refused */
  webhookSecret?: string;
};

const names = z
  .array(z.string().min(1, 'it must not be empty'))
  .min(1, 'it must name at least one; leave it out for all')
  .optional();

const broker = z.strictObject({
  id: sourceName,
  url: address({ credentials: 'auth' }),
  auth: z
    .union(
      [
        z.strictObject({ token: header }),
        z.strictObject({ username: z.string(), password: z.string() }),
      ],
      'it must be a token, or a username and a password',
    )
    .optional(),
  headers,
  tls: certificates.optional(),
  environments: names,
  branches: names,
  webhook: z
    .strictObject({
      secret: header
        .refine(secret => secret.length >= 16, 'it needs 16 characters or more')
        .optional(),
    })
    .default({}),
});

type Read = z.infer<typeof broker>;

const pact = z.strictObject({ brokers: distinct(broker) });

/** Reads `sightline.pact`; throws one error that names every wrong key. */
export const readPactConfig = (root: RootConfigService): BrokerConfig[] =>
  readSection(root, 'sightline.pact', pact).brokers.map(toBrokerConfig);

const toBrokerConfig = (read: Read): BrokerConfig => {
  const { id, url, tls, environments, branches, webhook } = read;
  return {
    id: `pact:${id}`,
    title: `Pact Broker ${id}`,
    server: { url, headers: headersOf(read), ...(tls && { tls }) },
    choice: {
      ...(environments && { environments }),
      ...(branches && { branches }),
    },
    ...(webhook.secret !== undefined && { webhookSecret: webhook.secret }),
  };
};

/** What is given under `headers` comes before what we make up. */
const headersOf = ({ auth, ...read }: Read) => ({
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
