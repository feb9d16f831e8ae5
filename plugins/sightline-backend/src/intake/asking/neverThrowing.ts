import {
  Fault,
  faultKinds,
} from '@sightline/backstage-plugin-sightline-common';
import {
  failed,
  ok,
  Outcome,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { Ask } from './Ask';

const listed = ['names', 'facts', 'clues'] as const;
const longestText = 500;

const shorten = (text: string) =>
  text.length > longestText ? `${text.slice(0, longestText)}…` : text;

const unexpected = (words: string): Outcome<never> =>
  failed({ kind: 'unexpected-answer', words });

const cleanFault = (fault: Partial<Fault> | undefined): Fault => ({
  kind:
    fault?.kind && faultKinds.includes(fault.kind)
      ? fault.kind
      : 'unexpected-answer',
  words:
    typeof fault?.words === 'string' && fault.words !== ''
      ? shorten(fault.words)
      : 'The source failed without saying why',
});

const cleanNotes = (notes: unknown): string[] =>
  (Array.isArray(notes) ? notes : [])
    .slice(0, 20)
    .map(note => shorten(String(note)));

const cleanAfter = (after: unknown) =>
  typeof after === 'number' && Number.isFinite(after) && after >= 0
    ? { after }
    : {};

const problemWith = (report: unknown): string | undefined => {
  if (typeof report !== 'object' || report === null || Array.isArray(report)) {
    return 'The source answered with something that is not a report';
  }
  const wrong = listed.find(section => {
    const value = (report as SourceReport)[section];
    return value !== undefined && !Array.isArray(value);
  });
  return wrong && `The source answered with '${wrong}' that is not a list`;
};

/** Whatever a source returned, as an outcome that the rest of intake can rely on. */
export const cleanOutcome = <T>(
  answer: unknown,
  problem: (value: unknown) => string | undefined,
): Outcome<T> => {
  const { outcome, ...rest } = (answer ?? {}) as Partial<
    Record<string, unknown>
  >;
  if (outcome === 'ok') {
    const words = problem(rest.value);
    return words
      ? unexpected(words)
      : ok(rest.value as T, cleanNotes(rest.notes));
  }
  const fault = cleanFault(rest.fault as Fault | undefined);
  if (outcome === 'retry') {
    return { outcome, fault, ...cleanAfter(rest.after) };
  }
  return outcome === 'failed'
    ? failed(fault)
    : unexpected('The source answered with something that is not an outcome');
};

export const crashed = (error: unknown): Outcome<never> =>
  failed({
    kind: 'crashed',
    words: shorten(
      `The source has a bug: ${
        error instanceof Error ? error.message : String(error)
      }`,
    ),
  });

/** A source that throws, or answers garbage, has failed; nobody further out sees an exception. */
export const neverThrowing =
  (ask: Ask): Ask =>
  async (question, context) => {
    try {
      return cleanOutcome(await ask(question, context), problemWith);
    } catch (error) {
      return crashed(error);
    }
  };
