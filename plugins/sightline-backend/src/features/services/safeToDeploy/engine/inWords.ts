import {
  ageOf,
  Evidence,
  Instant,
  Millis,
  LocalTime,
} from '@sightline/backstage-plugin-sightline-common';

const units: [Millis, string][] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
];

/** A length of time in the largest unit of which it has two, or exactly one. */
export const durationInWords = (length: Millis): string => {
  const minutes = Math.round(length / 60_000) * 60_000;
  const unit = units.find(([size]) => minutes >= 2 * size || minutes === size);
  if (!unit) return 'under a minute';
  const count = Math.round(minutes / unit[0]);
  return `${count} ${unit[1]}${count === 1 ? '' : 's'}`;
};

/** "5 minutes old" */
export const ageInWords = (evidence: Evidence, now: Instant): string =>
  `${durationInWords(ageOf(evidence, now))} old`;

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "Mon 2026-11-23 08:00" */
export const wallTimeInWords = (wall: LocalTime): string => {
  const date = new Date(wall);
  const [day, time] = date.toISOString().split('T');
  return `${days[date.getUTCDay()]} ${day} ${time.slice(0, 5)}`;
};

/** "payments, ledger and 3 others" */
export const namesInWords = (
  names: readonly string[],
  shownAtMost = 3,
): string => {
  const shown = names.slice(0, shownAtMost);
  const others = names.length - shown.length;
  if (others > 0) {
    return `${shown.join(', ')} and ${others} other${others === 1 ? '' : 's'}`;
  }
  const last = shown[shown.length - 1];
  const first = shown.slice(0, -1);
  return first.length > 0 ? `${first.join(', ')} and ${last}` : last;
};

/** What others say may end with a full stop, or not: as part of a sentence it has none. */
export const asClause = (words: string): string =>
  words.replace(/(?<!\.)\.\s*$/, '');

/** A sentence by itself ends once. */
export const asSentence = (words: string): string =>
  /[.!?…]\s*$/.test(words) ? words.trimEnd() : `${words}.`;

/** "Kubernetes eu and Kubernetes us were not heard lately" */
export const notHeardInWords = (names: readonly string[]): string =>
  `${namesInWords(names)} ${
    names.length === 1 ? 'was' : 'were'
  } not heard lately`;
