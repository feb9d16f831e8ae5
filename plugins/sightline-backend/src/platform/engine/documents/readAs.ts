import { z } from 'zod';
import { nearest } from '../nearest';

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

/**
 * What zod says of a value that is none: that it is missing, or what stands
 * there, and what to write instead.
 */
export const write = (what: string) => ({
  error: (issue: { input?: unknown; discriminator?: string }) => {
    const input = saidIn(issue);
    return input === undefined
      ? `is missing; write ${what}`
      : `is ${shown(input)}; write ${what}`;
  },
});

/** Of several shapes that a key tells apart: the value of that key. */
const saidIn = (issue: { input?: unknown; discriminator?: string }) =>
  issue.discriminator === undefined
    ? issue.input
    : (issue.input as Record<string, unknown> | undefined)?.[
        issue.discriminator
      ];

/** A key that others understand and we do not. */
export const refused = (why: string) =>
  z.undefined({ error: `is not supported: ${why}` }).optional();

/** One thing that is wrong, and where. */
export type Issue = { path: PropertyKey[]; words: string };

const unknownKey = (key: string, known: readonly string[]) => {
  const meant = nearest(key, known);
  const instead = meant
    ? `did you mean '${meant}'?`
    : `write one of ${known.join(', ')}, or leave it out`;
  return `${key} is no key that is known here; ${instead}`;
};

const unwrapped = (schema: z.ZodType | undefined): z.ZodType | undefined =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;

/** The schema of what a path leads to, as far as it can be known. */
const schemaAt = (
  schema: z.ZodType | undefined,
  [step, ...rest]: readonly PropertyKey[],
): z.ZodType | undefined => {
  const here = unwrapped(schema);
  if (step === undefined) return here;
  if (here instanceof z.ZodArray) {
    return schemaAt(here.element as z.ZodType, rest);
  }
  return here instanceof z.ZodObject
    ? schemaAt(here.shape[String(step)] as z.ZodType | undefined, rest)
    : undefined;
};

const keysOf = (schema: z.ZodType | undefined): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

const toIssues = (issue: z.core.$ZodIssue, schema: z.ZodType): Issue[] => {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(schema, path));
    return issue.keys.map(key => ({
      path: [...path, key],
      words: unknownKey(key, known),
    }));
  }
  const named = [...path].reverse().find(step => typeof step === 'string');
  return [{ path, words: named ? `${String(named)} ${message}` : message }];
};

export type ReadAs<T> =
  | { value: T; issues?: undefined }
  | { value?: undefined; issues: Issue[] };

/** Holds a value of any shape against a schema; what is wrong comes in words. */
export const readAs = <T>(schema: z.ZodType<T>, value: unknown): ReadAs<T> => {
  const read = schema.safeParse(value);
  return read.success
    ? { value: read.data }
    : { issues: read.error.issues.flatMap(issue => toIssues(issue, schema)) };
};
