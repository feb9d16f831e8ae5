import type { LayoutInput, MapLayout } from '../engine/MapLayout';

export type LayoutQuestion = { id: number; input: LayoutInput };
export type LayoutAnswer = { id: number; layout: MapLayout };

/** Lays out maps without holding up the page. */
export type Layouter = {
  layOut(input: LayoutInput): Promise<MapLayout>;
  stop(): void;
};

/** The part of a Worker that is used here. */
export type LayoutThread = Pick<
  Worker,
  'postMessage' | 'terminate' | 'onmessage' | 'onerror'
>;

/** Bundlers see the worker in this very form, and only in this form. */
const startThread = (): LayoutThread =>
  new Worker(
    new URL('@sightline/backstage-plugin-sightline/mapWorker', import.meta.url),
    { name: 'sightline-map' },
  );

type Waiting = {
  input: LayoutInput;
  resolve: (layout: MapLayout) => void;
  reject: (error: unknown) => void;
};

/**
 * A layouter with a thread of its own. Where there is none (an old browser, a
 * policy of the portal that forbids workers, a test) the page lays out by
 * itself: later, but the same.
 */
export function createLayouter(start = startThread): Layouter {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let thread: LayoutThread | undefined;

  const here = async ({ input, resolve, reject }: Waiting) => {
    try {
      const { layOut } = await import('../engine/layOut');
      resolve(layOut(input));
    } catch (error) {
      reject(error);
    }
  };
  const giveUp = () => {
    thread?.terminate();
    thread = undefined;
    const left = [...waiting.values()];
    waiting.clear();
    left.forEach(here);
  };
  try {
    thread = start();
    thread.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      waiting.get(data.id)?.resolve(data.layout);
      waiting.delete(data.id);
    };
    thread.onerror = giveUp;
  } catch {
    thread = undefined;
  }

  return {
    layOut: input =>
      new Promise((resolve, reject) => {
        const question = { input, resolve, reject };
        if (!thread) {
          here(question);
          return;
        }
        last += 1;
        waiting.set(last, question);
        thread.postMessage({ id: last, input });
      }),
    stop: () => {
      thread?.terminate();
      thread = undefined;
      waiting.clear();
    },
  };
}
