import { askJson } from '../http/askJson';
import { ok, retry } from '../source/Outcome';
import { PullSource, WatchSource } from '../source/Source';
import { SourceReport } from '../source/SourceReport';
import { FakeWorld, startFakeWorld } from './FakeWorld';
import { PullSourceUnderTest, pullSourcePromises } from './pullSourcePromises';
import { testSourceContract } from './testSourceContract';
import { watchSourcePromises } from './watchSourcePromises';

type Pull = PullSource['pull'];

const readList = (json: unknown): SourceReport['clues'] => {
  if (!Array.isArray(json) || json.some(one => !one?.service)) {
    throw new TypeError('a list of clues');
  }
  return json;
};

const goodAnswer = {
  body: [{ service: 'component:default/payments', kind: 'host', value: 'x' }],
};

const source = (pull: Pull): PullSource => ({
  kind: 'pull',
  id: 'fake',
  title: 'Fake',
  pull,
});

const askPart = (
  world: FakeWorld,
  part: string,
  context: Parameters<Pull>[1],
) =>
  askJson({
    url: `${world.url}/${part}`,
    headers: { authorization: `Bearer ${world.secret}` },
    context,
    read: readList,
  });

/** Asks twice, so that one half can fail. */
const goodPull =
  (world: FakeWorld): Pull =>
  async (_, context) => {
    const first = await askPart(world, 'first', context);
    if (first.outcome !== 'ok') return first;
    const second = await askPart(world, 'second', context);
    return second.outcome === 'ok'
      ? ok({ clues: [...first.value!, ...second.value!] })
      : ok({ clues: first.value }, [second.fault.words]);
  };

const goodWatch = (world: FakeWorld): WatchSource => ({
  kind: 'watch',
  id: 'fake',
  title: 'Fake',
  watch: async (sink, context) => {
    const first = await askPart(world, 'list', context);
    if (first.outcome !== 'ok') return first;
    await sink.accept({ clues: first.value });
    await new Promise(resolve =>
      context.signal.addEventListener('abort', resolve),
    );
    return ok(undefined);
  },
});

testSourceContract({
  name: 'that keeps every promise',
  answer: () => goodAnswer,
  create: world => source(goodPull(world)),
});

testSourceContract({
  kind: 'watch',
  name: 'that watches well',
  answer: () => goodAnswer,
  create: goodWatch,
});

describe('the contract is broken by a source that', () => {
  let world: FakeWorld;
  beforeAll(async () => {
    world = await startFakeWorld({ answer: () => goodAnswer });
  });
  afterAll(() => world.stop());

  const brokenBy = async (
    pull: (w: FakeWorld) => Pull,
    more: Partial<PullSourceUnderTest> = {},
  ) => {
    const promises = pullSourcePromises(() => world, {
      create: w => source(pull(w)),
      promptly: 150,
      ...more,
    });
    const broken: string[] = [];
    for (const { title, check } of promises) {
      await check().catch(() => broken.push(title));
    }
    return broken;
  };

  const answers = 'answers with a report when the world is well';
  const counts = 'counts every call to the outside';
  const cutOff = 'ends promptly when it is cut off in the middle of a question';
  const torn = 'asks to be retried when the world tears the connection';
  const fiveHundred = 'asks to be retried when the world answers 500';
  const waits = 'passes on for how long the world asks it to wait';
  const credentials = 'fails when the world does not accept its credentials';
  const partial = 'says in notes what is missing from a partial answer';
  const unchanged = 'leaves the services it was asked about as they were';

  it('never answers with a report', async () => {
    const broken = await brokenBy(w => async (services, context) => {
      const answer = await goodPull(w)(services, context);
      return answer.outcome === 'ok'
        ? retry({ kind: 'timeout', words: 'too lazy' })
        : answer;
    });
    expect(broken).toEqual([answers]);
  });

  it('does not count its calls', async () => {
    const broken = await brokenBy(
      w => (services, context) =>
        goodPull(w)(services, { ...context, countCall: () => {} }),
    );
    expect(broken).toEqual([counts]);
  });

  it('does not heed its signal', async () => {
    const deaf = new AbortController();
    const broken = await brokenBy(
      w => async (services, context) =>
        goodPull(w)(services, { ...context, signal: deaf.signal }),
    );
    deaf.abort();
    expect(broken).toContain(cutOff);
  });

  it('takes being cut off for an answer', async () => {
    const broken = await brokenBy(w => async (services, context) => {
      const answer = await goodPull(w)(services, context);
      return context.signal.aborted ? ok({}) : answer;
    });
    expect(broken).toEqual([
      cutOff,
      'ends promptly when it is cut off before it could ask',
    ]);
  });

  it('throws', async () => {
    const broken = await brokenBy(w => async (services, context) => {
      const answer = await goodPull(w)(services, context);
      if (answer.outcome !== 'ok') throw new Error('boom');
      return answer;
    });
    expect(broken).toEqual(
      expect.arrayContaining([cutOff, torn, fiveHundred, waits, credentials]),
    );
  });

  it('gives up where it should be retried', async () => {
    const broken = await brokenBy(w => async (services, context) => {
      const answer = await goodPull(w)(services, context);
      return answer.outcome === 'retry'
        ? { outcome: 'failed', fault: answer.fault }
        : answer;
    });
    expect(broken).toEqual([torn, fiveHundred, waits]);
  });

  it('does not pass on how long to wait', async () => {
    const broken = await brokenBy(w => async (services, context) => {
      const answer = await goodPull(w)(services, context);
      return answer.outcome === 'retry' ? retry(answer.fault) : answer;
    });
    expect(broken).toEqual([waits]);
  });

  it('goes on trying with credentials nobody accepts', async () => {
    const broken = await brokenBy(w => async (services, context) => {
      const answer = await goodPull(w)(services, context);
      return answer.outcome === 'failed' ? retry(answer.fault) : answer;
    });
    expect(broken).toEqual([credentials]);
  });

  it('takes garbage for an empty answer', async () => {
    const broken = await brokenBy(w => async (services, context) => {
      const answer = await goodPull(w)(services, context);
      return answer.outcome !== 'ok' &&
        ['not-json', 'cut-off', 'unexpected-answer'].includes(answer.fault.kind)
        ? ok({})
        : answer;
    });
    expect(broken).toEqual(
      [
        'an HTML page',
        'an answer that breaks off',
        'half a JSON document',
        'a number',
        'nothing',
      ].map(what => `survives ${what} and does not take it for an answer`),
    );
  });

  it('chokes on JSON of another shape', async () => {
    const broken = await brokenBy(w => async (services, context) => {
      const answer = await goodPull(w)(services, context);
      if (
        answer.outcome !== 'ok' &&
        answer.fault.kind === 'unexpected-answer'
      ) {
        throw new TypeError('cannot read x of null');
      }
      return answer;
    });
    expect(broken).toEqual(
      expect.arrayContaining([
        'survives null',
        'survives an object of other things',
        'survives a list of nulls',
      ]),
    );
  });

  it('hides that half of its answer is missing', async () => {
    const broken = await brokenBy(w => async (services, context) => {
      const answer = await goodPull(w)(services, context);
      return answer.outcome === 'ok' ? ok(answer.value) : answer;
    });
    expect(broken).toEqual([partial]);
  });

  it('takes an answer that says it is partial for a complete one', async () => {
    const broken = await brokenBy(goodPull, { partialAnswer: goodAnswer });
    expect(broken).toEqual([partial]);
  });

  it('tells its credentials', async () => {
    const broken = await brokenBy(w => async (services, context) => {
      const answer = await goodPull(w)(services, context);
      return answer.outcome === 'ok'
        ? answer
        : {
            ...answer,
            fault: { ...answer.fault, words: `with ${w.secret}: no` },
          };
    });
    expect(broken).toContain(torn);
  });

  it('changes what it was handed', async () => {
    const broken = await brokenBy(
      w => async (services, context) => {
        services.forEach(service => {
          (service as { name: string }).name += '!';
        });
        return goodPull(w)(services, context);
      },
      {
        services: [
          {
            ref: 'component:default/a',
            name: 'a',
            namespace: 'default',
            annotations: {},
            names: [],
          },
        ],
      },
    );
    expect(broken).toEqual([unchanged]);
  });

  const watchBrokenBy = async (create: (w: FakeWorld) => WatchSource) => {
    const promises = watchSourcePromises(() => world, {
      create,
      promptly: 150,
    });
    const broken: string[] = [];
    for (const { title, check } of promises) {
      await check().catch(() => broken.push(title));
    }
    return broken;
  };

  const handsOver =
    'hands over a report when the world is well, and ends when it is cut off';

  it('watches on after it was cut off', async () => {
    const broken = await watchBrokenBy(w => ({
      ...goodWatch(w),
      watch: (sink, context) =>
        goodWatch(w).watch(sink, {
          ...context,
          signal: new AbortController().signal,
        }),
    }));
    expect(broken).toContain(handsOver);
  });

  it('ends its stream well when the world is unwell', async () => {
    const broken = await watchBrokenBy(w => ({
      ...goodWatch(w),
      watch: async (sink, context) => {
        await goodWatch(w).watch(sink, context);
        return ok(undefined);
      },
    }));
    expect(broken).toEqual(
      [
        'the world tears the connection',
        'the world answers 500',
        'the world answers with an HTML page',
      ].map(
        when => `ends with a fault, for intake to open it again, when ${when}`,
      ),
    );
  });
});
