import {
  Evidence,
  IsoTime,
  Known,
  known,
  Millis,
  OnCallNow,
  ServiceRef,
  toIso,
  unknown,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../../../platform/clock';
import { OnCallReader } from '../OnCallReader';

/** What a dossier tells about who is on call. */
export type OnCallOfService = Omit<
  OnCallNow,
  'at' | 'service' | 'unknown' | 'evidence'
>;

/** A dossier is assembled again after some minutes at the latest. */
const retoldWithin: Millis = 600_000;

/**
 * What moves with every glance at the clock would make another document of each
 * assembly, to be written and told of.
 */
const steps: Millis = 300_000;
const steady = (at: IsoTime): IsoTime =>
  toIso(Math.floor(Date.parse(at) / steps) * steps);

const nobodyOwnsIt = 'The catalog names no owner, so nobody is known to answer';

const partOf = (
  now: OnCallNow,
  asked: Evidence,
): Known<OnCallOfService> | Unknown => {
  const { at: _, service: _s, unknown: why, evidence, ...rest } = now;
  if (why) return why;
  const seen = evidence ?? asked;
  return known(
    { ...rest, gapsUntil: steady(rest.gapsUntil) },
    {
      ...seen,
      observedAt: steady(seen.observedAt),
      validFor: seen.validFor + retoldWithin,
    },
  );
};

/** What every dossier says about who is on call. */
export const createOnCallPart = (options: {
  reader: Pick<OnCallReader, 'ofServices'>;
  clock: Clock;
}) => ({
  word: 'onCall' as const,
  async read(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, Known<OnCallOfService> | Unknown>> {
    const { reader, clock } = options;
    const all = await reader.ofServices(refs);
    const observedAt = toIso(clock());
    const asked = { source: 'catalog', observedAt, validFor: retoldWithin };
    return new Map(
      refs.map(ref => {
        const now = all.get(ref);
        const none = unknown('not-configured', nobodyOwnsIt);
        return [ref, now ? partOf(now, asked) : none] as const;
      }),
    );
  },
});
