import { AnswerContext } from './answers/AnswerContext';
import { driftAnswer } from './answers/driftAnswer';
import { blastAnswer, suspectsAnswer } from './answers/impactAnswers';
import { journeyAnswer, journeysAnswer } from './answers/journeyAnswers';
import { mapAnswer } from './answers/mapAnswer';
import { observedAnswer } from './answers/observedAnswer';
import { serviceAnswer } from './answers/serviceAnswer';
import { CallAnswers } from './CallAnswers';

/** Every question about calls, over the same readers. */
export const createCallAnswers = (context: AnswerContext): CallAnswers => ({
  map: query => mapAnswer(context, query),
  observed: query => observedAnswer(context, query),
  ofService: (ref, scope) => serviceAnswer(context, ref, scope),
  drift: ref => driftAnswer(context, ref),
  blastRadius: (ref, scope) => blastAnswer(context, ref, scope),
  suspects: (ref, scope) => suspectsAnswer(context, ref, scope),
  journeys: query => journeysAnswer(context, query),
  journey: (id, scope) => journeyAnswer(context, id, scope),
});
