import { RootConfigService } from '@backstage/backend-plugin-api';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  readTraceLinks,
  TlsTexts,
} from '@sightline/backstage-plugin-sightline-node';
import {
  address,
  certificates,
  distinct,
  duration,
  headers,
  readSection,
  sourceName,
} from '@sightline/backstage-plugin-sightline-node/config';
import { z } from 'zod';

/** One Jaeger or Tempo, and how much is asked of it. */
export type BackendConfig = {
  id: string;
  type: 'jaeger' | 'tempo';
  /** without a slash at its end */
  url: string;
  headers: Record<string, string>;
  tls?: TlsTexts;
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

const count = (otherwise: number, most = 10_000) =>
  z.coerce
    .number('it must be a number')
    .int('it must be a whole number')
    .positive('it must be above 0')
    .max(most, `it must be at most ${most}`)
    .default(otherwise);

/** What Jaeger's own query service leaves behind when it is asked. */
const jaegerItself = ['jaeger', 'jaeger-query', 'jaeger-all-in-one'];

const backend = z.strictObject({
  id: sourceName,
  type: z.enum(['jaeger', 'tempo'], 'it must be jaeger or tempo'),
  url: address({ credentials: 'headers' }),
  headers,
  tls: certificates.optional(),
  link: z.string().optional(),
  // Both together stay below the hour after which a span's clock is not believed.
  window: duration({
    least: 10_000,
    most: 30 * minute,
    words: "10 seconds to 30 minutes, such as '2m' or PT2M",
  }).prefault('2m'),
  settle: duration({
    least: 0,
    most: 20 * minute,
    words: "at most 20 minutes, such as '30s' or PT30S",
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
  backends: distinct(backend),
});

/** Reads `sightline.traces`; throws one error that names every wrong key. */
export const readTracesConfig = (root: RootConfigService): BackendConfig[] => {
  const { backends } = readSection(root, 'sightline.traces', traces);
  readTraceLinks(root);
  return backends.map(
    ({ link: _, window, atMost: { mebibytes, ...atMost }, ...rest }) => ({
      ...rest,
      // Windows are laid end to end from 1970 on, in whole seconds, as Tempo asks.
      window: Math.round(window / 1000) * 1000,
      atMost: { ...atMost, bytes: mebibytes * 2 ** 20 },
    }),
  );
};
