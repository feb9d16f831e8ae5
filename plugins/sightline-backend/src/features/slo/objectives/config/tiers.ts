import { duration } from '@sightline/backstage-plugin-sightline-node/config';
import { z } from 'zod';
import { TierName, TierTargets } from '../engine/tierObjectives';
import { objectiveWindow, share } from './settings';

const DAY = 86_400_000;
const window = { kind: 'rolling', duration: 30 * DAY } as const;

/**
 * What is promised where nobody says otherwise. Bounds are among those that
 * OpenTelemetry's histograms have, so that they can be asked for.
 */
const usual: Readonly<Record<TierName, TierTargets>> = {
  T0: {
    availability: { target: 0.999 },
    latency: { target: 0.99, threshold: 500 },
    window,
  },
  T1: {
    availability: { target: 0.995 },
    latency: { target: 0.95, threshold: 1_000 },
    window,
  },
  T2: {
    availability: { target: 0.99 },
    latency: { target: 0.95, threshold: 1_000 },
    window,
  },
  T3: {
    availability: { target: 0.95 },
    latency: { target: 0.9, threshold: 2_500 },
    window,
  },
  none: {
    availability: { target: 0.99 },
    latency: { target: 0.95, threshold: 1_000 },
    window,
  },
};

const tier = z.strictObject({
  availability: z
    .union([share, z.literal(false)], {
      error:
        'it must be a share above 0 and below 1, such as 0.999 for 99.9 %, or false for none',
    })
    .optional(),
  latency: z
    .union(
      [
        z.literal(false),
        z.strictObject({
          target: share,
          threshold: duration({
            least: 1,
            most: 3_600_000,
            words: "1 millisecond to 1 hour, such as '500ms'",
          }),
        }),
      ],
      {
        error:
          "it must be { target: 0.99, threshold: '500ms' }, the target above 0 and below 1, or false for none",
      },
    )
    .optional(),
  window: objectiveWindow.optional(),
});

export const tiers = z
  .strictObject({
    ...{ T0: tier.optional(), T1: tier.optional(), T2: tier.optional() },
    ...{ T3: tier.optional(), none: tier.optional() },
  })
  .prefault({});

type SaidTier = z.infer<typeof tier>;

const orUsual = (name: TierName, said: SaidTier = {}): TierTargets => {
  const { availability, latency } = usual[name];
  const target =
    said.availability === undefined ? availability?.target : said.availability;
  const bound = said.latency === undefined ? latency : said.latency;
  return {
    ...(target !== undefined &&
      target !== false && { availability: { target } }),
    ...(bound && { latency: bound }),
    window: said.window ?? usual[name].window,
  };
};

/** What is said, and what is usual where nothing is. */
export const withUsualTargets = (
  said: z.infer<typeof tiers>,
): Readonly<Record<TierName, TierTargets>> => ({
  T0: orUsual('T0', said.T0),
  T1: orUsual('T1', said.T1),
  T2: orUsual('T2', said.T2),
  T3: orUsual('T3', said.T3),
  none: orUsual('none', said.none),
});
