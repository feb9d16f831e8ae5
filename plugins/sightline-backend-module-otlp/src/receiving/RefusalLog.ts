import { LoggerService } from '@backstage/backend-plugin-api';
import { comesAgain } from './answers';

const minute = 60_000;
const linesOfAMinute = 10;
const longestWords = 300;
// eslint-disable-next-line no-control-regex -- what senders say may hold anything
const control = /[\u0000-\u001f\u007f-\u009f]+/g;

type Minute = { since: number; lines: number; unsaid: number };

/**
 * A line for each refusal, until they are so many that lines no longer tell
 * anything: then the first of the next minute says how many there were. Whoever
 * is only asked to come again is worth one a minute.
 */
export class RefusalLog {
  private readonly minutes = new Map<number, Minute>();

  constructor(
    private readonly logger: Pick<LoggerService, 'warn'>,
    private readonly elapsed: () => number,
  ) {}

  add(status: number, words: string) {
    const now = this.elapsed();
    const last = this.minutes.get(status);
    const isOver = !last || now - last.since >= minute;
    const current = isOver ? { since: now, lines: 0, unsaid: 0 } : last;
    this.minutes.set(status, current);
    if (current.lines >= (comesAgain(status) ? 1 : linesOfAMinute)) {
      current.unsaid += 1;
      return;
    }
    current.lines += 1;
    const more =
      isOver && last?.unsaid ? ` (and ${last.unsaid} more before it)` : '';
    this.logger.warn(`Traces refused (${status}): ${plain(words)}${more}`);
  }
}

const plain = (words: string) =>
  words.replace(control, ' ').slice(0, longestWords);
