import {
  Instant,
  OnCallNow,
  toInstant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import type { OverrideWanted } from '../../../api';

/** What stands in the form; times as the reader's own clock shows them. */
export type Draft = {
  user: string;
  level: string;
  /** empty: from now on */
  from: string;
  to: string;
  reason: string;
};

const HOUR = 3_600_000;

const two = (value: number) => String(value).padStart(2, '0');

/** As a field of a date and a time wants it: `2026-11-22T06:00`, in the reader's zone. */
export const toField = (at: Instant): string => {
  const date = new Date(at);
  const day = [
    date.getFullYear(),
    two(date.getMonth() + 1),
    two(date.getDate()),
  ].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

const fromField = (text: string): Instant | undefined => toInstant(text);

/** Until the shift ends that goes on; where nobody knows when, for a working day. */
export const emptyDraft = (now: OnCallNow, at: Instant): Draft => {
  const first = now.levels.find(({ level }) => level === 1);
  const ends = [
    ...(first?.responders.map(({ until }) => until) ?? []),
    first?.gap?.until,
  ].flatMap(iso => toInstant(iso ?? '') ?? []);
  const later = ends.filter(end => end > at).sort((a, b) => a - b);
  return {
    ...{ user: '', level: '1', from: '', reason: '' },
    to: toField(later.at(0) ?? at + 8 * HOUR),
  };
};

/** What is wrong with it, in words; undefined: it can be sent. */
export const faultOf = (
  { user, from, to }: Draft,
  now: Instant,
): string | undefined => {
  if (!user.trim()) return 'Say who takes over.';
  const end = fromField(to);
  if (end === undefined) return 'Say until when.';
  const start = fromField(from) ?? now;
  if (end <= now) return 'The end is over already.';
  return end <= start ? 'The end must be later than the beginning.' : undefined;
};

/** As it crosses the wire. */
export const toWanted = (draft: Draft): OverrideWanted => {
  const from = fromField(draft.from);
  const to = fromField(draft.to);
  const reason = draft.reason.trim();
  return {
    ...{ user: draft.user.trim(), level: Number(draft.level) },
    ...(from !== undefined && { from: toIso(from) }),
    to: to === undefined ? draft.to : toIso(to),
    ...(reason && { reason }),
  };
};
