import {
  DeployReason,
  Evidence,
  Instant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Frozen, frozenBy } from '../freezes/frozenBy';
import { durationInWords, wallTimeInWords } from '../inWords';
import { FindingsAt } from '../Told';
import { unknownReason } from './unknownReason';

/** Read when the backend starts, and true until it starts again. */
const evidenceAt = (now: Instant): Evidence => ({
  ...{ source: 'app-config', observedAt: toIso(now), validFor: 60_000 },
});

/** Each freeze that holds, or that none does and when the next one begins. */
export const freezeReasons = ({ freezes, now }: FindingsAt): DeployReason[] => {
  if (freezes.state === 'unknown') return [unknownReason('freeze', freezes)];
  const { all, subject } = freezes.value;
  const { now: holding, next } = frozenBy(all, subject, now);
  const evidence = evidenceAt(now);
  const told = { about: 'freeze' as const, weighs: true, evidence };
  const frozen = holding.map(
    (one): DeployReason =>
      one.exception
        ? { ...told, answer: 'yes', words: exceptWords(one) }
        : { ...told, answer: 'no', words: frozenWords(one) },
  );
  return frozen.length > 0
    ? frozen
    : [{ ...told, answer: 'yes', words: freeWords(next, now) }];
};

const because = (reason: string | undefined) =>
  reason === undefined ? '' : `: ${reason}`;

const when = ({ span, freeze }: Frozen, end: 'from' | 'to') =>
  `${wallTimeInWords(span.wall[end])} (${freeze.timeZone})`;

const frozenWords = (frozen: Frozen) =>
  `Frozen until ${when(frozen, 'to')} by ${frozen.freeze.name}${because(
    frozen.freeze.reason,
  )}`;

const exceptWords = ({ freeze, exception }: Frozen) =>
  `${freeze.name} holds, but not for this${because(exception?.reason)}`;

const freeWords = (next: Frozen | undefined, now: Instant) =>
  next
    ? `No freeze holds; ${next.freeze.name} begins in ${durationInWords(
        next.span.from - now,
      )}, ${when(next, 'from')}`
    : 'No freeze holds, and none is to come';
