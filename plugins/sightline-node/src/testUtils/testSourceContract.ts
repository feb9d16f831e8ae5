import {
  FakeWorld,
  startFakeWorld,
  WorldAnswer,
  WorldRequest,
} from './FakeWorld';
import { PullSourceUnderTest, pullSourcePromises } from './pullSourcePromises';
import {
  WatchSourceUnderTest,
  watchSourcePromises,
} from './watchSourcePromises';

/** @public */
export type SourceUnderTest = {
  name: string;
  /** what the outside system answers when it is well */
  answer: (request: WorldRequest) => WorldAnswer;
} & (
  | ({ kind?: 'pull' } & PullSourceUnderTest)
  | ({ kind: 'watch' } & WatchSourceUnderTest)
);

/**
 * The tests every source must pass: call it at the top of a test file.
 *
 * @example
 * ```ts
 * testSourceContract({
 *   name: 'prometheus',
 *   answer: () => ({ body: { status: 'success', data: { result: [] } } }),
 *   create: world => createPrometheusSource({ url: world.url, token: world.secret }),
 * });
 * ```
 * @public
 */
export const testSourceContract = (underTest: SourceUnderTest): void => {
  let world: FakeWorld | undefined;
  const started = () => {
    if (!world) throw new Error('the fake world has not been started');
    return world;
  };
  describe(`the source ${underTest.name}`, () => {
    beforeAll(async () => {
      world = await startFakeWorld(underTest);
    });
    afterAll(() => world?.stop());

    const promises =
      underTest.kind === 'watch'
        ? watchSourcePromises(started, underTest)
        : pullSourcePromises(started, underTest);
    for (const { title, check } of promises) {
      // The checks throw in words; no `expect`, so that any runner will do.
      // eslint-disable-next-line jest/expect-expect
      it(title, check, 20_000);
    }
  });
};
