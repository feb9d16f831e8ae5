import { createHash } from 'node:crypto';
import type { PactContent } from '@sightline/backstage-plugin-sightline-node';
import { z } from 'zod';
import { maybeText } from './listing';

type Interaction = PactContent['interactions'][number];

const anything = z.record(z.string(), z.unknown()).catch({});

const http = z
  .object({
    // Only pacts of the fourth kind say it.
    type: z.literal('Synchronous/HTTP').optional(),
    description: z.string().catch(''),
    request: z.object({
      // Left out, both have a meaning: GET /
      method: z.string().catch('GET'),
      path: z.string().catch('/'),
    }),
  })
  .transform(
    ({ description, request }): Interaction => ({
      kind: 'http',
      method: request.method.toUpperCase(),
      // Pacts of the first kind have the query in the path.
      path: request.path.replace(/\?.*$/s, ''),
      description,
    }),
  );

/** A message that is answered is a call: gRPC, by a plugin of Pact. */
const rpc = z
  .object({
    type: z.literal('Synchronous/Messages'),
    description: z.string().catch(''),
    pluginConfiguration: z
      .object({ protobuf: z.object({ service: maybeText }) })
      .optional()
      .catch(undefined),
  })
  .transform(({ description, pluginConfiguration }): Interaction => {
    // A package is written with a dot in front of it.
    const procedure = pluginConfiguration?.protobuf.service?.replace(/^\./, '');
    return {
      kind: 'rpc',
      ...(procedure !== undefined && { procedure }),
      description,
    };
  });

const message = z
  .object({
    description: z.string().catch(''),
    metadata: anything,
    // what it was called at first
    metaData: anything,
  })
  .transform(({ description, metadata, metaData }): Interaction => {
    const topic = topicIn({ ...metaData, ...metadata });
    return {
      kind: 'message',
      ...(topic !== undefined && { topic }),
      description,
    };
  });

const topicKeys =
  /^(topic|kafka[_-]?topic|queue|channel|destination|exchange|subject)$/i;

/** Where a message goes: no rule of Pact names it, so by what people call it. */
const topicIn = (metadata: Record<string, unknown>): string | undefined =>
  Object.entries(metadata).flatMap(([key, value]) =>
    topicKeys.test(key) && typeof value === 'string' ? [value] : [],
  )[0];

const pact = z.object({
  interactions: z.array(z.unknown()).catch([]),
  messages: z.array(z.unknown()).catch([]),
  _links: z
    .object({
      'pb:pact-version': z.object({ name: maybeText, href: maybeText }),
    })
    .optional()
    .catch(undefined),
});

/** What a pact speaks about. Bodies, headers and rules are not kept. */
export const readContent = (
  json: unknown,
): { content: PactContent; unread: number } => {
  const { interactions: said, messages, _links } = pact.parse(json);
  const all = [...said, ...messages];
  if (all.length === 0) isPact.parse(json);
  const read = all.map(readInteraction);
  const interactions = read.flatMap(one => (one ? [one] : []));
  const { name, href } = _links?.['pb:pact-version'] ?? {};
  const contentId =
    name ?? href?.split('/').pop() ?? ownId(JSON.stringify(all));
  return {
    content: { contentId, interactions },
    unread: read.length - interactions.length,
  };
};

/** A pact about nothing is one all the same. */
const isPact = z.object({ consumer: z.object({}), provider: z.object({}) });

const readInteraction = (one: unknown): Interaction | undefined =>
  http.safeParse(one).data ??
  rpc.safeParse(one).data ??
  (isMessage(one) ? message.safeParse(one).data : undefined);

const isMessage = (one: unknown) =>
  typeof one === 'object' && one !== null && !Array.isArray(one);

/** Brokers that say no name of the content are old; the same content, the same name. */
const ownId = (text: string) => createHash('sha1').update(text).digest('hex');
