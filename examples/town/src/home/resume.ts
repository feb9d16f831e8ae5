import type { LastPage } from './Diary.ts';

const MINUTE = 60_000_000;

// Receivers recognise what is sent again for about five minutes; what is told twice below
// was sent at most three and a half minutes before.
const RECOGNISED = 2 * MINUTE;
// Longer than any visit takes, and than what waits to be sent while the past is told.
const REWOUND = 1.5 * MINUTE;
// A page is written a few seconds ahead of the time. More is a clock that was set back.
const AHEAD = MINUTE;

export type Resumed = {
  /** the first visit to tell of begins here */
  fromMicros: number;
  /** visits up to here may have been told of, whatever happens now */
  toldMicros: number;
};

/**
 * Where to begin, so that no visit is told of twice:
 *
 *     ended well         ──── told ────┤                    ├─ backfill, present
 *     killed just now    ──── told ────┤        once more, under the same ids
 *                              ├─ rewound ────────────────────▶
 *     killed long ago    ──── told, the last perhaps not to their end ────┤     ├─ ▶
 *
 * Never further back than the backfill that was asked for.
 */
export function resume(options: {
  page: LastPage;
  seed: string;
  rate: number;
  backfillMicros: number;
  nowMicros: number;
}): Resumed {
  const { page, seed, rate, backfillMicros, nowMicros } = options;
  const earliest = nowMicros - backfillMicros;
  if (page === 'none') return { fromMicros: earliest, toldMicros: earliest };
  if (page === 'unreadable' || page.toldMicros > nowMicros + AHEAD) {
    return { fromMicros: nowMicros, toldMicros: nowMicros };
  }
  const sameIds = page.seed === seed && page.rate === rate;
  const isRecent = nowMicros - page.atMicros <= RECOGNISED;
  const rewound = !page.complete && sameIds && isRecent ? REWOUND : 0;
  // Nothing is told a third time: receivers count from when they heard it first.
  const again = Math.max(page.toldMicros - rewound, page.sinceMicros);
  const fromMicros = Math.max(earliest, Math.min(again, page.toldMicros));
  return { fromMicros, toldMicros: Math.max(fromMicros, page.toldMicros) };
}
