import {
  Outcome,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import {
  good,
  question,
  refused,
  scripted,
  testContext,
} from '../__testUtils__/asking';
import { neverThrowing } from './neverThrowing';

const after = async (answer: unknown) => {
  const { ask } = scripted(answer as Outcome<SourceReport>);
  return neverThrowing(ask)(question(), testContext().context);
};

const noOutcome = {
  outcome: 'failed',
  fault: {
    kind: 'unexpected-answer',
    words: 'The source answered with something that is not an outcome',
  },
};

const noReport = {
  outcome: 'failed',
  fault: {
    kind: 'unexpected-answer',
    words: 'The source answered with something that is not a report',
  },
};

describe('neverThrowing', () => {
  it('hands good and bad answers on as they are', async () => {
    expect(await after(good)).toEqual(good);
    expect(await after(refused)).toEqual(refused);
  });

  it('makes a crash of what the source throws', async () => {
    expect(await after(new Error('cannot read x of null'))).toEqual({
      outcome: 'failed',
      fault: {
        kind: 'crashed',
        words: 'The source has a bug: cannot read x of null',
      },
    });
  });

  it.each([
    ['undefined', undefined, noOutcome],
    ['null', null, noOutcome],
    ['a string', 'fine', noOutcome],
    ['an unknown outcome', { outcome: 'great' }, noOutcome],
    ['no report', { outcome: 'ok' }, noReport],
    ['a list for a report', { outcome: 'ok', value: [] }, noReport],
    [
      'a section that is no list',
      { outcome: 'ok', value: { facts: 'many' } },
      {
        outcome: 'failed',
        fault: {
          kind: 'unexpected-answer',
          words: "The source answered with 'facts' that is not a list",
        },
      },
    ],
    [
      'a fault nobody knows and a wait that is none',
      { outcome: 'retry', fault: { kind: 'gremlins' }, after: -3 },
      {
        outcome: 'retry',
        fault: {
          kind: 'unexpected-answer',
          words: 'The source failed without saying why',
        },
      },
    ],
    [
      'notes that are no words',
      { outcome: 'ok', value: {}, notes: [7, null] },
      { outcome: 'ok', value: {}, notes: ['7', 'null'] },
    ],
  ])('makes a sound answer of %s', async (_, answer, expected) => {
    expect(await after(answer)).toEqual(expected);
  });

  it('shortens what is too long to be shown', async () => {
    const words = 'x'.repeat(10_000);
    const answer = await after({
      outcome: 'failed',
      fault: { kind: 'crashed', words },
    });
    expect(answer.outcome === 'failed' && answer.fault.words).toHaveLength(501);
  });
});
