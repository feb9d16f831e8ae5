import type {
  Handover,
  Override,
  Rotation,
  RotationLayer,
} from '../rotation/model';

const hour = 3_600_000;
export const day = 24 * hour;

export const at = (text: string) => Date.parse(text);

export const ana = 'user:default/ana';
export const ben = 'user:default/ben';
export const chloe = 'user:default/chloe';
export const dan = 'user:default/dan';

/** Mondays at 9, from the first Monday of 2026 on. */
export const mondays: Handover = {
  ...{ unit: 'week', every: 1, on: 1 },
  ...{ at: '09:00', anchor: '2026-01-05 09:00:00' },
};

export const layer = (said: Partial<RotationLayer> = {}): RotationLayer => ({
  ...{ name: 'primary', members: [ana, ben], handover: mondays },
  ...said,
});

/** One level, of one version that begins with 2026. */
export const rotation = (
  layers: readonly RotationLayer[],
  said: Partial<Rotation> = {},
): Rotation => ({
  ...{ id: 'rotation:default/payments', title: 'Payments' },
  ...{ team: 'group:default/payments', timeZone: 'Europe/Berlin' },
  versions: [{ from: '2026-01-01T00:00:00Z', levels: [{ level: 1, layers }] }],
  overrides: [],
  ...said,
});

export const override = (
  user: string,
  [from, to]: readonly [string, string],
  said: Partial<Override> = {},
): Override => ({ id: `${user} ${from}`, level: 1, user, from, to, ...said });

/** `2026-03-23T08:00Z` */
export const short = (instant: number) =>
  new Date(instant).toISOString().replace(':00.000Z', 'Z');

/** `ana 2026-03-23T08:00Z 2026-03-30T07:00Z 167 h`, or what nobody has instead of a name. */
export const told = (slot: {
  user?: string;
  reason?: string;
  from: number;
  to: number;
}): string => {
  const name = slot.user?.split('/')[1];
  const who = [slot.reason, name].filter(Boolean).join(' ');
  const length = (slot.to - slot.from) / hour;
  return `${who} ${short(slot.from)} ${short(slot.to)} ${length} h`;
};
