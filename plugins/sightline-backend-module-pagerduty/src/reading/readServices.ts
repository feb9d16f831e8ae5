import { z } from 'zod';
import { ReadService } from '../source/engine/read';
import { id, maybeText, Page, readPage } from './listing';

const integration = z.object({ integration_key: maybeText });

const service = z
  .object({
    id,
    name: maybeText,
    summary: maybeText,
    escalation_policy: z.object({ id }),
    integrations: z.array(z.unknown()).nullish(),
  })
  .transform(
    (read): ReadService => ({
      id: read.id,
      name: read.name ?? read.summary ?? read.id,
      policy: read.escalation_policy.id,
      integrationKeys: (read.integrations ?? []).flatMap(
        one => integration.safeParse(one).data?.integration_key ?? [],
      ),
    }),
  );

/** Undefined: one of which nothing could be made. */
export const readServices = (json: unknown): Page<ReadService | undefined> =>
  readPage(json, 'services', item => service.safeParse(item).data);
