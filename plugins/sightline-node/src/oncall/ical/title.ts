import { unescaped } from './contentLines';

/** Who an event is about, by its title. */
export type ReadTitle = {
  /** as it is written: a name, a user name, an e-mail address */
  user: string;
  /** 0 to 9; of several at once the highest wins */
  priority: number;
};

const TITLE_AT_MOST = 200;

/**
 * The title of an event is the user; `[L0]` to `[L9]` somewhere in it is its
 * priority, 0 where there is none. Undefined where nothing is left.
 *
 * Source: the convention of Grafana OnCall's calendars.
 *
 * @example `[L2] ana.markovic` is `ana.markovic`, with priority 2
 */
export const readTitle = (summary: string): ReadTitle | undefined => {
  const title = unescaped(summary.slice(0, 2 * TITLE_AT_MOST));
  const [whole, digit] = /\[L(\d)\]/i.exec(title) ?? [];
  const user = (whole ? title.replace(whole, ' ') : title)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TITLE_AT_MOST);
  return user === '' ? undefined : { user, priority: Number(digit ?? 0) };
};
