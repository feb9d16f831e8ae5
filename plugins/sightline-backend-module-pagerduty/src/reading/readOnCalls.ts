import {
  Instant,
  RosterPerson,
} from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';
import { ReadOnCall } from '../source/engine/read';
import { id, maybeText, Page, readPage } from './listing';

/** One that cannot be read: leaving it out would make a gap that is none. */
export type UnclearOnCall = { unclear: true; policy?: string };

const time = z
  .string()
  .nullish()
  .transform((text, context): Instant | undefined => {
    if (text === null || text === undefined) return undefined;
    const at = Date.parse(text);
    if (!Number.isNaN(at)) return at;
    context.addIssue('it must be a time');
    return z.NEVER;
  });

const user = z
  .object({ id, name: maybeText, summary: maybeText, email: maybeText })
  .transform(
    (read): RosterPerson => ({
      name: read.name ?? read.summary ?? read.id,
      ...(read.email && { email: read.email }),
    }),
  );

const onCall = z
  .object({
    ...{ user, start: time, end: time },
    escalation_policy: z.object({ id }),
    escalation_level: z.int().positive(),
  })
  .transform(
    (read): ReadOnCall => ({
      policy: read.escalation_policy.id,
      ...{ level: read.escalation_level, person: read.user },
      ...(read.start !== undefined && { from: read.start }),
      ...(read.end !== undefined && { to: read.end }),
    }),
  );

const whose = z.object({ escalation_policy: z.object({ id }) });

export const readOnCalls = (json: unknown): Page<ReadOnCall | UnclearOnCall> =>
  readPage(json, 'oncalls', item => {
    const policy = whose.safeParse(item).data?.escalation_policy.id;
    return (
      onCall.safeParse(item).data ?? {
        unclear: true,
        ...(policy !== undefined && { policy }),
      }
    );
  });
