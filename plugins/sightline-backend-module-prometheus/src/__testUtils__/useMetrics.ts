import { MeasureQuestion } from '@sightline/backstage-plugin-sightline-node';
import {
  FakeWorld,
  startFakeWorld,
  WorldAnswer,
  WorldRequest,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { countingContext } from './contexts';
import { sourceOf } from './measuring';
import { at, nothing } from './pretendMetrics';

/**
 * A server that answers as `answer` says and, when a test begins, is well and has
 * no data; and a source that asks it.
 */
export const useMetrics = () => {
  let world: FakeWorld;
  const server = {
    answer: (_: WorldRequest): WorldAnswer => nothing,
    get world() {
      return world;
    },
    measure: (
      questions: readonly MeasureQuestion[],
      context = countingContext(),
    ) => sourceOf(world.url).measure(questions, at, context),
  };
  beforeAll(async () => {
    world = await startFakeWorld({ answer: request => server.answer(request) });
  });
  beforeEach(() => {
    server.answer = () => nothing;
    world.feel('well');
  });
  afterAll(() => world.stop());
  return server;
};
