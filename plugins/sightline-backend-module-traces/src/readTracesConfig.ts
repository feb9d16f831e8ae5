import { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { readTraceLinks } from '@sightline/backstage-plugin-sightline-node';
import { z } from 'zod';

/** One Jaeger or Tempo, and how much is asked of it. */
export type BackendConfig = {
  id: string;
  type: 'jaeger' | 'tempo';
  /** without a slash at its end */
  url: string;
  headers: Record<string, string>;
  /** the time from which one sample is taken */
  window: Millis;
  /** how old a window must be to be asked about: traces take time to arrive */
  settle: Millis;
  /** services whose traces are not asked for */
  leaveOut: string[];
  /** what is asked for at most, for one window */
  atMost: {
    services: number;
    tracesOfAService: number;
    traces: number;
    /** of one answer */
    bytes: number;
  };
};

const minute = 60_000;

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

const count = (otherwise: number, most = 10_000) =>
  z.coerce
    .number('it must be a number')
    .int('it must be a whole number')
    .positive('it must be above 0')
    .max(most, `it must be at most ${most}`)
    .default(otherwise);

const address = z.string().superRefine((url, context) => {
  const problem = problemWithAddress(url);
  if (problem) context.addIssue(problem);
});

const problemWithAddress = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    return 'it must be an address that begins with http:// or https://';
  }
  if (url.username || url.password) {
    return 'it must not hold credentials: put them under headers';
  }
  return url.search || url.hash ? 'it must end with its path' : undefined;
};

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

/** What Jaeger's own query service leaves behind when it is asked. */
const jaegerItself = ['jaeger', 'jaeger-query', 'jaeger-all-in-one'];

const backend = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/,
      'it must be small letters, digits and hyphens',
    ),
  type: z.enum(['jaeger', 'tempo'], 'it must be jaeger or tempo'),
  url: address,
  headers: headers.default({}),
  link: z.string().optional(),
  // Both together stay below the hour after which a span's clock is not believed.
  window: duration({
    least: 10_000,
    most: 30 * minute,
    words: '10 seconds to 30 minutes',
  }).prefault('2m'),
  settle: duration({
    least: 0,
    most: 20 * minute,
    words: 'at most 20 minutes',
  }).prefault('30s'),
  leaveOut: z.array(z.string()).default(jaegerItself),
  atMost: z
    .strictObject({
      services: count(25),
      tracesOfAService: count(10),
      traces: count(200),
      mebibytes: count(4, 32),
    })
    .prefault({}),
});

const traces = z.strictObject({
  link: z.string().optional(),
  backends: z
    .array(backend)
    .refine(all => new Set(all.map(({ id }) => id)).size === all.length, {
      error: 'two of them have the same id',
    })
    .default([]),
});

/** Reads `sightline.traces`; throws one error that names every wrong key. */
export const readTracesConfig = (root: RootConfigService): BackendConfig[] => {
  const said = root.getOptional('sightline.traces');
  const read = traces.safeParse(said ?? {});
  if (!read.success) {
    const problems = read.error.issues.map(issue => inWords(issue, said));
    throw new Error(`app-config is wrong:\n- ${problems.join('\n- ')}`);
  }
  readTraceLinks(root);
  return read.data.backends.map(
    ({ link: _, url, window, atMost: { mebibytes, ...atMost }, ...rest }) => ({
      ...rest,
      url: url.replace(/\/+$/, ''),
      // Windows are laid end to end from 1970 on, in whole seconds, as Tempo asks.
      window: Math.round(window / 1000) * 1000,
      atMost: { ...atMost, bytes: mebibytes * 2 ** 20 },
    }),
  );
};

// What opens doors stays out of the log: headers, and an address with a password.
const unsayable = new Set<PropertyKey>(['headers', 'url']);

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
  return `sightline.traces${key}: ${got}${message}`;
};
