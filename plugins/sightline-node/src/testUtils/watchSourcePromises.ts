import { SourceSink, WatchSource } from '../source/Source';
import { SourceReport } from '../source/SourceReport';
import { countingContext, testEvidence } from './contexts';
import { expecting, within, withoutThrowing } from './expecting';
import { FakeWorld, WorldMood } from './FakeWorld';
import { SourcePromise } from './pullSourcePromises';

/** @public */
export type WatchSourceUnderTest = {
  /** a source that watches `world.url`, with `world.secret` as its credentials */
  create: (world: FakeWorld) => WatchSource;
  /** how soon it must have ended after being aborted, in ms; 1000 when left out */
  promptly?: number;
};

const collectingSink = () => {
  const reports: SourceReport[] = [];
  let tell = () => {};
  const first = new Promise<void>(resolve => {
    tell = resolve;
  });
  const sink: SourceSink = {
    accept: async report => {
      reports.push(report);
      tell();
    },
    lost: () => {},
    evidence: testEvidence,
  };
  return { sink, reports, first };
};

/**
 * What every watching source promises.
 * @public
 */
export const watchSourcePromises = (
  world: () => FakeWorld,
  underTest: WatchSourceUnderTest,
): SourcePromise[] => {
  const { promptly = 1000 } = underTest;

  const watchIn = (mood: WorldMood) => {
    world().feel(mood);
    const context = countingContext();
    const asked = world().nextRequest();
    const collected = collectingSink();
    const ended = withoutThrowing(() =>
      underTest.create(world()).watch(collected.sink, context),
    );
    return { ...collected, context, asked, ended };
  };

  const endsAfterAbort = async (watching: ReturnType<typeof watchIn>) => {
    watching.context.abort();
    await within(
      promptly,
      watching.ended,
      `watch had not ended ${promptly} ms after its signal was aborted: pass context.signal on`,
    );
  };

  return [
    {
      title:
        'hands over a report when the world is well, and ends when it is cut off',
      check: async () => {
        const watching = watchIn('well');
        await within(
          10_000,
          watching.first,
          'nothing was handed to the sink within 10 s',
        );
        expecting(watching.context.calls > 0, 'calls were not counted');
        await endsAfterAbort(watching);
      },
    },
    {
      title: 'ends promptly when it is cut off while the world hangs',
      check: async () => {
        const watching = watchIn('hangs');
        await Promise.race([watching.asked, watching.ended]);
        await endsAfterAbort(watching);
      },
    },
    ...(
      [
        ['the world tears the connection', 'resets'],
        ['the world answers 500', { answers: { status: 500 } }],
        [
          'the world answers with an HTML page',
          { answers: { body: '<html>' } },
        ],
      ] as const
    ).map(([when, mood]) => ({
      title: `ends with a fault, for intake to open it again, when ${when}`,
      check: async () => {
        const watching = watchIn(mood);
        const answer = await within(
          10_000,
          watching.ended,
          'watch went on by itself: let it end, intake opens it again with back-off',
        );
        expecting(answer.outcome !== 'ok', `${when}, and watch ended with ok`);
        expecting(
          !JSON.stringify(answer).includes(world().secret),
          'the words of a fault contain the credentials',
        );
        expecting(watching.reports.length === 0, 'a report was made of it');
      },
    })),
  ];
};
