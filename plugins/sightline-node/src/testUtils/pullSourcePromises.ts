import { Outcome } from '../source/Outcome';
import { AskedService, PullSource } from '../source/Source';
import { SourceReport } from '../source/SourceReport';
import { countingContext, someServices } from './contexts';
import { expecting, within, withoutThrowing } from './expecting';
import { FakeWorld, WorldAnswer, WorldMood } from './FakeWorld';

/** One promise of the contract; `check` rejects, in words, when it is broken. @public */
export type SourcePromise = { title: string; check: () => Promise<void> };

/** @public */
export type PullSourceUnderTest = {
  /** a source that asks `world.url`, with `world.secret` as its credentials */
  create: (world: FakeWorld) => PullSource;
  /** the services it is asked about; two made-up ones when left out */
  services?: readonly AskedService[];
  /** a good answer of the world in which something is missing: must lead to notes */
  partialAnswer?: WorldAnswer;
  /** how soon it must have ended after being aborted, in ms; 1000 when left out */
  promptly?: number;
};

const html: WorldAnswer = {
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><html><body>Sign in</body></html>',
};

/**
 * What every pulling source promises. `testSourceContract` makes tests of them.
 * @public
 */
export const pullSourcePromises = (
  world: () => FakeWorld,
  underTest: PullSourceUnderTest,
): SourcePromise[] => {
  const { services = someServices, promptly = 1000 } = underTest;

  const pullOnce = async (mood: WorldMood | ((nth: number) => WorldMood)) => {
    const { feel, secret } = world();
    feel(mood);
    const context = countingContext();
    const answer = await within(
      10_000,
      withoutThrowing(() => underTest.create(world()).pull(services, context)),
      'the source did not end within 10 s although the world had answered',
    );
    keepsSecrets(answer, secret);
    return { answer, context };
  };

  const endsPromptly = async (abortWhen: 'asked' | 'before') => {
    world().feel('hangs');
    const context = countingContext();
    const asked = world().nextRequest();
    if (abortWhen === 'before') context.abort();
    const pulled = withoutThrowing(() =>
      underTest.create(world()).pull(services, context),
    );
    if (abortWhen === 'asked') {
      await Promise.race([asked, pulled]);
      context.abort();
    }
    const answer = await within(
      promptly,
      pulled,
      `the source had not ended ${promptly} ms after its signal was aborted: pass context.signal on`,
    );
    expecting(
      answer.outcome !== 'ok',
      'an aborted question has no answer: return retry(…), not ok(…)',
    );
  };

  const isNotOk = (answer: Outcome<SourceReport>, about: string) =>
    expecting(
      answer.outcome !== 'ok' || (answer.notes ?? []).length > 0,
      `${about} was taken for a complete answer: return failed(…), retry(…) or add notes`,
    );

  return [
    {
      title: 'answers with a report when the world is well',
      check: async () => {
        const { answer } = await pullOnce('well');
        expecting(
          answer.outcome === 'ok',
          `the source answered ${JSON.stringify(answer)} to a healthy world`,
        );
        expecting(
          typeof answer.value === 'object' && answer.value !== null,
          'a report is an object of sections',
        );
      },
    },
    {
      title: 'counts every call to the outside',
      check: async () => {
        const { context } = await pullOnce('well');
        const received = world().requests.length;
        expecting(
          context.calls === received,
          `the world received ${received} requests, context.countCall() was called ${context.calls} times`,
        );
      },
    },
    {
      title: 'ends promptly when it is cut off in the middle of a question',
      check: () => endsPromptly('asked'),
    },
    {
      title: 'ends promptly when it is cut off before it could ask',
      check: () => endsPromptly('before'),
    },
    {
      title: 'asks to be retried when the world tears the connection',
      check: async () => {
        const { answer } = await pullOnce('resets');
        expecting(
          answer.outcome === 'retry',
          `a torn connection passes: return retry(…), not ${answer.outcome}`,
        );
      },
    },
    {
      title: 'asks to be retried when the world answers 500',
      check: async () => {
        const { answer } = await pullOnce({ answers: { status: 500 } });
        expecting(
          answer.outcome === 'retry',
          `a 500 passes: return retry(…), not ${answer.outcome}`,
        );
      },
    },
    {
      title: 'passes on for how long the world asks it to wait',
      check: async () => {
        const { answer } = await pullOnce({
          answers: { status: 429, headers: { 'retry-after': '7' } },
        });
        expecting(
          answer.outcome === 'retry' && answer.after === 7000,
          `after 429 with Retry-After: 7 return retry(fault, 7000), not ${JSON.stringify(
            answer,
          )}`,
        );
      },
    },
    {
      title: 'fails when the world does not accept its credentials',
      check: async () => {
        const { answer } = await pullOnce({ answers: { status: 401 } });
        expecting(
          answer.outcome === 'failed' && answer.fault.kind === 'not-authorised',
          `after 401 return failed with kind not-authorised, not ${JSON.stringify(
            answer,
          )}`,
        );
      },
    },
    ...(
      [
        ['an HTML page', { answers: html }],
        ['an answer that breaks off', 'breaks-off'],
        ['half a JSON document', { answers: { body: '{"data": [{"na' } }],
        ['a number', { answers: { body: 42 } }],
        ['nothing', { answers: { body: '' } }],
      ] as const
    ).map(([what, mood]) => ({
      title: `survives ${what} and does not take it for an answer`,
      check: async () => isNotOk((await pullOnce(mood)).answer, what),
    })),
    ...(
      [
        ['null', null],
        ['an empty list', []],
        ['an object of other things', { data: 7, items: 'none', result: null }],
        ['a list of nulls', [null]],
      ] as const
    ).map(([what, body]) => ({
      title: `survives ${what}`,
      // Some systems answer so when they have nothing: only throwing is wrong.
      check: async () => {
        await pullOnce({ answers: { body } });
      },
    })),
    {
      title: 'says in notes what is missing from a partial answer',
      check: async () => {
        if (underTest.partialAnswer) {
          const { answer } = await pullOnce({
            answers: underTest.partialAnswer,
          });
          isNotOk(answer, 'a partial answer');
        }
        await pullOnce('well');
        if (world().requests.length > 1) {
          const { answer } = await pullOnce(nth =>
            nth === 0 ? 'well' : { answers: { status: 500 } },
          );
          isNotOk(answer, 'a round in which all requests but one failed');
        }
      },
    },
    {
      title: 'leaves the services it was asked about as they were',
      check: async () => {
        const before = JSON.stringify(services);
        await pullOnce('well');
        expecting(
          JSON.stringify(services) === before,
          'the source changed the services it was handed',
        );
      },
    },
  ];
};

const keepsSecrets = (answer: Outcome<unknown>, secret: string) =>
  expecting(
    !JSON.stringify(answer.outcome === 'ok' ? answer.notes : answer)?.includes(
      secret,
    ),
    'the words of a fault contain the credentials',
  );
