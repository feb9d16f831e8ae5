import {
  AskContext,
  AskedService,
  Outcome,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { Ask, Question } from '../asking/Ask';

export const question = (key = '1:a'): Question => ({ key, services: [] });

/** A context that only `abort` ends. */
export const testContext = (deadline = 1e15) => {
  const controller = new AbortController();
  let calls = 0;
  const context: AskContext = {
    signal: controller.signal,
    deadline,
    countCall: () => {
      calls += 1;
    },
    lost: () => {},
    evidence: () => ({
      source: 'test',
      observedAt: '2026-11-21T02:00:00.000Z',
      validFor: 60_000,
    }),
  };
  return { context, abort: () => controller.abort(), calls: () => calls };
};

/** Answers in order; the last answer for ever. Keeps what it was asked. */
export const scripted = (
  ...answers: (Outcome<SourceReport> | Error | (() => never))[]
) => {
  const asked: Question[] = [];
  const ask: Ask = async asking => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(asking);
    if (typeof answer === 'function') return answer();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { ask, asked };
};

/** Answers only when told to, whatever becomes of the signal. */
export const held = () => {
  const waiting: ((answer: Outcome<SourceReport>) => void)[] = [];
  const ask: Ask = () =>
    new Promise(resolve => {
      waiting.push(resolve);
    });
  return {
    ask,
    waiting: () => waiting.length,
    answer: (answer: Outcome<SourceReport>) => waiting.shift()?.(answer),
  };
};

export const askedService = (name: string): AskedService => ({
  ref: `component:default/${name}`,
  name,
  namespace: 'default',
  annotations: {},
  names: [],
});

export const good: Outcome<SourceReport> = { outcome: 'ok', value: {} };

export const unwell: Outcome<SourceReport> = {
  outcome: 'retry',
  fault: { kind: 'server-error', words: 'prom.example answered 500' },
};

export const refused: Outcome<SourceReport> = {
  outcome: 'failed',
  fault: { kind: 'not-authorised', words: 'prom.example answered 401' },
};

/** Lets everything run that needs no time to pass. */
export const settle = async () => {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise(resolve => setImmediate(resolve));
  }
};
