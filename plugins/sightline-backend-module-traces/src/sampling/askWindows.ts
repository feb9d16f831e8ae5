import {
  CallsPart,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { isNotThere } from '../backends/firstThatIsThere';
import { TimeWindow } from './engine/windowAt';
import { namesInstead } from './namesInstead';
import { sampleWindow, SampleWindowOptions } from './sampleWindow';

export type AskWindowsOptions = Omit<
  SampleWindowOptions,
  'names' | 'window'
> & {
  windows: readonly TimeWindow[];
  /** names of services, as the back-end gave them, or why it did not */
  listed: Outcome<unknown[]>;
};

/** What one window has to say. */
export type SampledWindow = { number: number; part: CallsPart };

/**
 * Asks about one window after the other, up to the first that cannot be had: the
 * next round begins with that one. Only when it is the first of all, there is no
 * answer.
 */
export const askWindows = async (
  options: AskWindowsOptions,
): Promise<Outcome<SampledWindow[]>> => {
  const { windows, listed } = options;
  const notes = new Set(listed.outcome === 'ok' ? listed.notes : []);
  const sampled: SampledWindow[] = [];
  for (const window of windows) {
    const answer = await askWindow({ ...options, window });
    if (answer.outcome !== 'ok') {
      if (sampled.length === 0) return answer;
      notes.add(answer.fault.words);
      break;
    }
    answer.notes?.forEach(note => notes.add(note));
    sampled.push({ number: window.number, part: answer.value });
  }
  return ok(sampled, [...notes]);
};

/** The calls of a window: from its traces or, where nobody is there to give any, names alone. */
const askWindow = async (
  options: AskWindowsOptions & { window: TimeWindow },
): Promise<Outcome<CallsPart>> => {
  const { listed } = options;
  const sampled =
    listed.outcome === 'ok'
      ? await sampleWindow({ ...options, names: listed.value })
      : listed;
  return isNotThere(sampled) ? namesInstead(sampled, options) : sampled;
};
