import type { Child, ChildEnd } from './Family.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** Whoever lived this long was well; what ended it has nothing to do with what did before. */
const STEADY_MS = 60_000;

export type Ended = {
  end: ChildEnd;
  /** how often it ended in a row, without having been well in between */
  failures: number;
  /** until it is started again */
  pauseMs: number;
};

/**
 * Starts a process again whenever it ends by itself, after a pause that doubles each
 * time. Resolves when all children are being stopped.
 */
export async function keepAlive(options: {
  /** `life` counts from 0 */
  begin: (life: number) => Pick<Child, 'ended'>;
  onEnd: (ended: Ended) => void;
  isOver: () => boolean;
  now: () => number;
  wait: (ms: number) => Promise<void>;
}): Promise<void> {
  const { begin, onEnd, isOver, now, wait } = options;
  let failures = 0;
  for (let life = 0; !isOver(); life++) {
    const begun = now();
    const end = await begin(life).ended;
    failures = now() - begun < STEADY_MS ? failures + 1 : 1;
    const doubled = FIRST_PAUSE_MS * 2 ** (failures - 1);
    const pauseMs = Math.min(doubled, LONGEST_PAUSE_MS);
    onEnd({ end, failures, pauseMs });
    await wait(pauseMs);
  }
}
