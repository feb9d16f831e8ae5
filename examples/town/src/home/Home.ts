import type { TownOptions } from '../arguments.ts';
import type { Clock } from '../clock.ts';
import type { Outage } from '../engine/traffic.ts';
import type { Incident } from '../engine/Truth.ts';
import { createOutages, type Outages } from '../outages.ts';
import type { Life } from '../runTown.ts';
import {
  openDiary,
  type Diary,
  type DiaryPage,
  type LastPage,
} from './Diary.ts';
import { openDoor } from './door.ts';
import { hearWish } from './handOver.ts';
import { resume } from './resume.ts';

/** Where a town keeps what outlives it, and where others find it. */
export type Home = {
  /** the first visit to tell of begins here */
  fromMicros: number;
  /** grows when somebody hands over an incident */
  outages: Outage[];
  /** to be called before visits up to there are told of */
  promise(untilMicros: number): void;
  leave(life: Life): void;
};

export type HomeOptions = {
  asked: TownOptions;
  incidents: Incident[];
  clock: Clock;
};

const CALM_AT_START_MS = 60_000;
/** Promising a little ahead spares the disk: a page every five seconds, not every tick. */
const AHEAD_MICROS = 5_000_000;

/** Remembers nothing, and nobody finds it. */
export function homeless({ asked, incidents, clock }: HomeOptions): Home {
  const nowMicros = clock.nowMicros();
  const outages = createOutages(incidents);
  outages.add(asked, { nowMicros, calmMs: CALM_AT_START_MS });
  return {
    fromMicros: nowMicros - asked.backfillMs * 1000,
    outages: outages.all,
    promise: () => {},
    leave: () => {},
  };
}

/** Takes up where the life before ended. */
export async function moveIn(
  home: string,
  { asked, incidents, clock }: HomeOptions,
): Promise<Home> {
  const diary = openDiary(home);
  const page = diary.lastPage();
  const nowMicros = clock.nowMicros();
  const { seed, rate, backfillMs } = asked;
  const resumed = resume({
    page,
    seed,
    rate,
    backfillMicros: backfillMs * 1000,
    nowMicros,
  });
  const left = outagesOn(page, incidents);
  const outages = createOutages(
    incidents,
    left.filter(({ toMicros }) => toMicros > resumed.fromMicros),
  );
  outages.add(asked, { nowMicros, calmMs: CALM_AT_START_MS });
  const pen = createPen({ ...resumed, asked, diary, outages, clock });
  const door = await openDoor(home, question =>
    hearWish(question, wish => {
      const from = { nowMicros: clock.nowMicros(), calmMs: 0 };
      const heard = outages.add(wish, from);
      pen.again();
      return heard;
    }),
  );
  return {
    fromMicros: resumed.fromMicros,
    outages: outages.all,
    promise: pen.promise,
    leave(life) {
      door.close();
      pen.end(life);
    },
  };
}

function outagesOn(page: LastPage, incidents: Incident[]): Outage[] {
  if (page === 'none' || page === 'unreadable') return [];
  return page.outages.flatMap(({ id, ...hours }) => {
    const incident = incidents.find(known => known.id === id);
    return incident ? [{ incident, ...hours }] : [];
  });
}

/** Writes the diary so that what it says was told is never less than what was. */
function createPen(options: {
  toldMicros: number;
  asked: TownOptions;
  diary: Diary;
  outages: Outages;
  clock: Clock;
}) {
  const { toldMicros, asked, diary, outages, clock } = options;
  let promised = toldMicros;
  const write = (end: Pick<DiaryPage, 'toldMicros' | 'complete'>) =>
    diary.write({
      seed: asked.seed,
      rate: asked.rate,
      sinceMicros: toldMicros,
      ...end,
      atMicros: clock.nowMicros(),
      outages: outages.all.map(({ incident: { id }, ...hours }) => ({
        id,
        ...hours,
      })),
    });
  return {
    promise(untilMicros: number) {
      if (untilMicros <= promised) return;
      promised = untilMicros + AHEAD_MICROS;
      write({ toldMicros: promised, complete: false });
    },
    /** Something else changed. */
    again: () => write({ toldMicros: promised, complete: false }),
    /** Who ends while telling something again has not told all of it to its end. */
    end: (life: Life) =>
      write({
        toldMicros: Math.max(toldMicros, life.toldMicros),
        complete: life.complete && life.toldMicros >= toldMicros,
      }),
  };
}
