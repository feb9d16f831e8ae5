import {
  LookupForm,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';
import { readImage } from './forms/readImage';
import { labelsIn, LabelTexts, readLabels } from './forms/readLabels';
import { readPod } from './forms/readPod';
import { readTrace } from './forms/readTrace';
import { readUrl } from './forms/readUrl';

/** One text to look for. */
export type AskedText = {
  text: string;
  /** how sure it is that this is what was meant */
  weight: Ratio;
  /** `whole`: it must be a clue as it stands; `near`: but for one letter */
  only?: 'whole' | 'near';
  /** where it is: Kubernetes, OpenTelemetry */
  namespace?: string;
};

/** What somebody pasted, taken apart. */
export type Asked = {
  form: LookupForm;
  /** how it was read, in words; left out for words */
  read?: string;
  texts: AskedText[];
  /** id of a trace, in lower case */
  trace?: string;
};

/** A stack trace is not read to its end. */
export const longestAsked = 2_000;
const chunksAtMost = 40;

/** One thing, of whatever form; undefined: these are words. */
const readOne = (text: string): Asked | undefined =>
  readTrace(text) ?? readImage(text) ?? readUrl(text) ?? readPod(text);

/**
 * A line of a log names several things among its words: each is looked for by
 * itself, and only as it stands.
 */
const readChunks = (text: string): AskedText[] => {
  const chunks = text
    .split(/[\s,;"'()<>[\]{}|]+/u)
    .map(chunk => chunk.replace(/^[.:=]+|[.:=]+$/gu, ''))
    .filter(chunk => chunk.length > 2);
  if (chunks.length < 2) return [];
  return [...new Set(chunks)].slice(0, chunksAtMost).flatMap(chunk => [
    { text: chunk, weight: 0.95, only: 'whole' as const },
    ...(readOne(chunk)?.texts ?? []).map(({ text: inner, weight }) => ({
      ...{ text: inner, weight: weight * 0.95, only: 'whole' as const },
    })),
  ]);
};

const labelTexts = ({ texts, namespace }: LabelTexts): AskedText[] =>
  texts.flatMap(({ text, weight }) => [
    { text, weight, ...(namespace && { namespace }) },
    ...(readOne(text)?.texts ?? []).map(inner => ({
      ...inner,
      weight: inner.weight * weight,
      ...(namespace && { namespace }),
    })),
  ]);

/**
 * Takes apart what people have at 2 a.m. Whatever it is taken for, it is looked
 * for as it stands, too: a service may well be called `search-7c9f8d-x2x4q`.
 */
export const readAsked = (pasted: string): Asked => {
  const q = pasted.slice(0, longestAsked).trim();
  const itself: AskedText = { text: q, weight: 1 };
  const labels = labelsIn(q);
  if (labels) {
    const { read, ...told } = readLabels(labels);
    const whole = { ...itself, only: 'whole' as const };
    return { form: 'labels', read, texts: [whole, ...labelTexts(told)] };
  }
  const one = readOne(q);
  const others = one?.texts ?? readChunks(q);
  return { form: 'words', ...one, texts: [itself, ...others] };
};
