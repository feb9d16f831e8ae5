const WEEK = 10_080;

/** What to press where a window shows nothing; undefined: it is that long already. */
export const lookBack = (minutes: number, onLook: (minutes: number) => void) =>
  minutes < WEEK
    ? { label: 'Look back 7 days', onClick: () => onLook(WEEK) }
    : undefined;
