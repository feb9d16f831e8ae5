import { Millis } from '@sightline/backstage-plugin-sightline-common';

const units: [Millis, string][] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
];

/** A length of time in the largest unit that fits: `90_000` → "2 minutes", `400` → "under a second". */
export const durationInWords = (ms: Millis): string => {
  // Rounded first, or 59.9 seconds would be "60 seconds".
  const whole = ms < 1000 ? 0 : Math.round(ms / 1000) * 1000;
  const unit = units.find(([size]) => whole >= size);
  if (!unit) {
    return 'under a second';
  }
  const count = Math.round(whole / unit[0]);
  return `${count} ${unit[1]}${count === 1 ? '' : 's'}`;
};
