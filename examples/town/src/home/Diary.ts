import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a town leaves behind for its next life. */
export type DiaryPage = {
  seed: string;
  rate: number;
  /** visits that begin earlier were told of in lives before */
  sinceMicros: number;
  /** no visit that begins later was told of */
  toldMicros: number;
  /** all visits before that were told of to their end */
  complete: boolean;
  /** when this was written */
  atMicros: number;
  outages: Array<{ id: string; fromMicros: number; toMicros: number }>;
};

/** `unreadable`: somebody told something, and nobody knows until when. */
export type LastPage = DiaryPage | 'none' | 'unreadable';

export type Diary = {
  lastPage(): LastPage;
  write(page: DiaryPage): void;
};

/** One page in a file, replaced as a whole: it says the old or the new, never half of each. */
export function openDiary(home: string): Diary {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = join(home, 'diary.json');
  return {
    lastPage() {
      try {
        const page: unknown = JSON.parse(readFileSync(file, 'utf8'));
        return isPage(page) ? page : 'unreadable';
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        return code === 'ENOENT' ? 'none' : 'unreadable';
      }
    },
    write(page) {
      writeFileSync(`${file}.next`, `${JSON.stringify(page, null, 2)}\n`);
      renameSync(`${file}.next`, file);
    },
  };
}

function isPage(value: unknown): value is DiaryPage {
  const page = value as DiaryPage | null;
  return (
    typeof page === 'object' &&
    page !== null &&
    Number.isFinite(page.sinceMicros) &&
    Number.isFinite(page.toldMicros) &&
    Number.isFinite(page.atMicros) &&
    Array.isArray(page.outages)
  );
}
