import {
  Fault,
  Instant,
  Millis,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import {
  Outcome,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { Question } from '../asking/Ask';
import { mentionedServices } from '../engine/mentionedServices';
import { FinishedRun } from '../store/IntakeStore';

const notesAtMost = 20;

/** Adds up the answers of one round. */
export const createRoundTally = () => {
  const mentioned = new Set<ServiceRef>();
  const notes = new Set<string>();
  let asked = 0;
  let bad = 0;
  let services = 0;
  let firstBad: Exclude<Outcome<unknown>, { outcome: 'ok' }> | undefined;
  let quietUntil: Instant | undefined;

  const note = (words: string) => {
    if (notes.size < notesAtMost) notes.add(words);
  };

  const outcome = (): FinishedRun['outcome'] => {
    if (firstBad && bad === asked) return firstBad.outcome;
    return bad > 0 || notes.size > 0 ? 'partial' : 'ok';
  };

  return {
    note,
    answered(question: Question, answer: Outcome<SourceReport>, at: Instant) {
      asked += 1;
      services += question.services.length;
      if (answer.outcome === 'ok') {
        mentionedServices(answer.value).forEach(ref => mentioned.add(ref));
        answer.notes?.forEach(note);
        return;
      }
      bad += 1;
      firstBad ??= answer;
      if (answer.outcome === 'retry' && answer.after !== undefined) {
        quietUntil = Math.max(quietUntil ?? 0, at + answer.after);
      }
    },
    /** the round itself broke, not an answer */
    broke(fault: Fault) {
      asked += 1;
      bad += 1;
      firstBad ??= { outcome: 'failed', fault };
    },
    /** for how long the other side asked to be left alone */
    plea: (now: Instant): Millis | undefined =>
      quietUntil === undefined || quietUntil <= now
        ? undefined
        : quietUntil - now,
    sum(): Pick<
      FinishedRun,
      | 'outcome'
      | 'fault'
      | 'notes'
      | 'questions'
      | 'questionsFailed'
      | 'coverage'
    > {
      return {
        outcome: outcome(),
        ...(firstBad ? { fault: firstBad.fault } : {}),
        notes: [...notes],
        questions: asked,
        questionsFailed: bad,
        // A report of outside names alone does not say whom it is about: the
        // coverage is not known then, which is not the same as none.
        ...(bad === 0 && mentioned.size > 0
          ? { coverage: { services: mentioned.size, of: services } }
          : {}),
      };
    },
  };
};
