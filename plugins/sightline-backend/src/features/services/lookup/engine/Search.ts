import { clueKind } from './clueKinds';
import { Findings, Hit, How } from './Findings';
import { AskedText } from './readAsked';
import { Segment } from './Segment';
import { LookupClue, Subject } from './Subject';

export type Search = {
  segment: Segment;
  asked: AskedText;
  findings: Findings;
  /** whether a subject, by its number, is not to be told of */
  isHidden(subject: number): boolean;
};

const [notYet, shown, hidden] = [0, 1, 2];

/** Asked about the same subjects again and again: each is looked at once. */
export const rememberHidden = (
  { subjects }: Segment,
  isHidden: (subject: Subject) => boolean,
): Search['isHidden'] => {
  const seen = new Uint8Array(subjects.length);
  return subject => {
    if (seen[subject] === notYet) {
      seen[subject] = isHidden(subjects[subject]) ? hidden : shown;
    }
    return seen[subject] === hidden;
  };
};

/**
 * Every way of meeting a clue has a band of its own, so that no typo is before
 * what was meant; within one the kind of clue decides.
 *
 * ```
 *   0.2 ── typo ── 0.4 ── word ── 0.6 ── start ── 0.8 ── exact ── 1
 * ```
 */
const bands: Record<How, number> = {
  exact: 0.8,
  start: 0.6,
  word: 0.4,
  typo: 0.2,
};
const band = 0.2;

/** How much a clue says, met so; `closeness`: how much of it was typed. */
export const scoreOf = (
  { kind, weight = 1 }: LookupClue,
  how: How,
  closeness = 1,
): number => bands[how] + band * clueKind(kind).weight * weight * closeness;

/** It is known elsewhere by this name, and whoever asks said where. */
const elsewhere = 0.9;

const isElsewhere = (subject: Subject, { namespace }: AskedText) =>
  namespace !== undefined &&
  subject.kind === 'service' &&
  !subject.namespaces.includes(namespace);

/** Counts a clue, by its number, for whom it leads to. */
export const addHit = (search: Search, number: number, hit: Hit): void => {
  const { segment, asked, findings, isHidden } = search;
  const owner = segment.subjectOf[number];
  if (isHidden(owner)) return;
  const subject = segment.subjects[owner];
  const place = isElsewhere(subject, asked) ? elsewhere : 1;
  const score = hit.score * asked.weight * place;
  findings.add(subject, { ...hit, score });
};
