/**
 * For tests of sources: a world on 127.0.0.1 that can misbehave, and the
 * promises every source keeps.
 *
 * @packageDocumentation
 */
export { startFakeWorld } from './testUtils/FakeWorld';
export type {
  FakeWorld,
  WorldAnswer,
  WorldMood,
  WorldRequest,
} from './testUtils/FakeWorld';
export { pullSourcePromises } from './testUtils/pullSourcePromises';
export type {
  PullSourceUnderTest,
  SourcePromise,
} from './testUtils/pullSourcePromises';
export { watchSourcePromises } from './testUtils/watchSourcePromises';
export type { WatchSourceUnderTest } from './testUtils/watchSourcePromises';
export { testSourceContract } from './testUtils/testSourceContract';
export type { SourceUnderTest } from './testUtils/testSourceContract';
export { startUntrustedWorld } from './testUtils/UntrustedWorld';
export { startEndlessWorld } from './testUtils/EndlessWorld';
