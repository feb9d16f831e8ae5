import { z } from 'zod';
import { ReadPolicy } from '../source/engine/read';
import { id, maybeLink, maybeText, Page, readPage } from './listing';

const target = z.object({ type: z.string() });

const rule = z.object({ targets: z.array(z.unknown()).catch([]) });

const hasUser = (said: unknown) =>
  rule
    .safeParse(said)
    .data?.targets.some(one =>
      target.safeParse(one).data?.type.startsWith('user'),
    ) ?? false;

const policy = z
  .object({
    id,
    name: maybeText,
    summary: maybeText,
    html_url: maybeLink,
    escalation_rules: z.array(z.unknown()).catch([]),
  })
  .transform(
    (read): ReadPolicy => ({
      ...{ id: read.id, name: read.name ?? read.summary ?? read.id },
      ...(read.html_url && { url: read.html_url }),
      permanent: read.escalation_rules.flatMap((one, index) =>
        hasUser(one) ? [index + 1] : [],
      ),
    }),
  );

/** Undefined: one of which nothing could be made. */
export const readPolicies = (json: unknown): Page<ReadPolicy | undefined> =>
  readPage(json, 'escalation_policies', item => policy.safeParse(item).data);
