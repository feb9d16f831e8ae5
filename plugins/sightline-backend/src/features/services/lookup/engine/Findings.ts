import { LookupReason } from '@sightline/backstage-plugin-sightline-common';
import { LookupClue, Subject } from './Subject';

/** How what was typed meets a clue. */
export type How = LookupReason['how'];

/** A clue that was met, and how well. */
export type Hit = { clue: LookupClue; how: How; score: number };

/** Reasons kept for one subject: more are not shown. */
const kept = 4;

const isSame = (a: LookupClue, b: LookupClue) =>
  a === b || (a.kind === b.kind && a.value === b.value);

/** What was found, best reasons first, for each subject. */
export const createFindings = () => {
  const found = new Map<Subject, Hit[]>();
  return {
    found: found as ReadonlyMap<Subject, readonly Hit[]>,
    add(subject: Subject, hit: Hit) {
      const hits = found.get(subject);
      if (!hits) {
        found.set(subject, [hit]);
        return;
      }
      if (hits.length === kept && hits[kept - 1].score >= hit.score) return;
      const same = hits.findIndex(({ clue }) => isSame(clue, hit.clue));
      if (same >= 0 && hits[same].score >= hit.score) return;
      if (same >= 0) hits.splice(same, 1);
      const place = hits.findIndex(({ score }) => score < hit.score);
      hits.splice(place < 0 ? hits.length : place, 0, hit);
      hits.length = Math.min(hits.length, kept);
    },
  };
};

export type Findings = ReturnType<typeof createFindings>;
