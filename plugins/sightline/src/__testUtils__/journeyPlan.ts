/** A call and what it calls, as a person would write it down. */
export type Planned = {
  to: string;
  operation: string;
  /** p50 and p95 in ms, and the part that fails */
  figures: [p50: number, p95: number, errors: number];
  mode?: 'async';
  share?: number;
  times?: number;
  calls?: Planned[];
};

export const call = (
  to: string,
  operation: string,
  figures: Planned['figures'],
  calls: Planned[] = [],
  rest: Pick<Planned, 'mode' | 'share' | 'times'> = {},
): Planned => ({ to, operation, figures, calls, ...rest });

/** A message and those who read it, each later and in a trace of its own. */
export const message = (topic: string, readers: Planned[]): Planned =>
  call(
    `topic:${topic}`,
    `send ${topic}`,
    [4, 15, 0.0001],
    readers.map(reader => ({ ...reader, mode: 'async' as const })),
    { mode: 'async' },
  );

/** Calls of it for each call of whoever makes it. */
export const timesOf = ({ share = 1, times = 1 }: Planned): number =>
  share * times;

/** What is left of a figure when that of all it waits for is taken away. */
const own = (planned: Planned, at: 0 | 2): number =>
  (planned.calls ?? [])
    .filter(({ mode }) => mode !== 'async')
    .reduce(
      (left, below) => left - below.figures[at] * timesOf(below),
      planned.figures[at],
    );

export const ownTime = (planned: Planned): number =>
  Math.max(0, own(planned, 0));
export const ownErrors = (planned: Planned): number =>
  Math.max(0, own(planned, 2));
