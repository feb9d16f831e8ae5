import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';

const asMillis = (value: unknown): Millis | undefined => {
  try {
    const config = new ConfigReader({ value } as never);
    return durationToMilliseconds(
      readDurationFromConfig(config, { key: 'value' }),
    );
  } catch {
    return undefined;
  }
};

/** `30d`, `PT5M` or `{ minutes: 5 }`, within bounds that the words name. @public */
export const duration = (bounds: {
  least: Millis;
  most: Millis;
  /** behind "it must be": `1 minute to 1 hour, such as '15m'` */
  words: string;
}) =>
  z.unknown().transform((value, context): Millis => {
    const millis = asMillis(value);
    if (millis !== undefined) {
      if (millis >= bounds.least && millis <= bounds.most) return millis;
    }
    context.addIssue(`it must be ${bounds.words}`);
    return z.NEVER;
  });

/** What stands behind the colon in the id of a source. @public */
export const sourceName = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/,
    'it must be small letters, digits and hyphens',
  );

/** A list of which no two have the same id; empty when left out. @public */
export const distinct = <Shape extends z.ZodType<{ id: string }>>(
  shape: Shape,
) =>
  z
    .array(shape)
    .refine(all => new Set(all.map(({ id }) => id)).size === all.length, {
      error: 'two of them have the same id',
    })
    .default([]);

const problemWith = (
  text: string,
  { credentials: key, problem }: Parameters<typeof address>[0],
): string | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    return 'it must be an address that begins with http:// or https://';
  }
  if (url.username || url.password) {
    return `it must not hold credentials: put them under ${key}`;
  }
  return (
    problem?.(url) ??
    (url.search || url.hash ? 'it must end with its path' : undefined)
  );
};

/** Where something answers over HTTP, without a slash at its end. @public */
export const address = (options: {
  /** the key under which credentials are given instead */
  credentials: string;
  /** what else is wrong with it */
  problem?(url: URL): string | undefined;
}) =>
  z
    .string()
    .superRefine((text, context) => {
      const problem = problemWith(text, options);
      if (problem) context.addIssue(problem);
    })
    .transform(text => text.replace(/\/+$/, ''));

const canBeSent = (name: string, value: string) => {
  try {
    return new Headers({ [name]: value }).has(name);
  } catch {
    return false;
  }
};

/** A text that can be sent as a header. @public */
export const header = z
  .string()
  .refine(value => value !== '' && canBeSent('x', value), {
    error: 'it is empty, or cannot be sent as a header',
  });

/** Headers by name; none when left out. @public */
export const headers = z
  .record(z.string(), z.string())
  .superRefine((all, context) => {
    for (const [name, value] of Object.entries(all)) {
      if (!canBeSent(name, value)) {
        context.addIssue(`'${name}' or its value cannot be sent as a header`);
      }
    }
  })
  .default({});

/** Who we are: a token, or a name and a password. @public */
export const credentials = z.union(
  [
    z.strictObject({ token: header }),
    z.strictObject({ username: z.string(), password: z.string() }),
  ],
  'it must be a token, or a username and a password',
);

/** The header `Authorization` that says so. @public */
export const authorization = (given: z.output<typeof credentials>): string => {
  if ('token' in given) return `Bearer ${given.token}`;
  const { username, password } = given;
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
};

const pem = z.string().includes('-----BEGIN', {
  error: 'it must be a text in PEM format: `$file: ./ca.pem` reads one',
});

/** `TlsTexts`: whom to trust, and who we are. @public */
export const certificates = z.strictObject({
  ca: pem.optional(),
  cert: pem.optional(),
  key: pem.optional(),
});
