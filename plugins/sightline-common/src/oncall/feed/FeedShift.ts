import type { TimeRange } from '../rotation/claims';

/** Somebody is on call by a calendar that others keep. @public */
export type FeedShift = TimeRange & {
  /** of the event, as its calendar knows it */
  id: string;
  /** as the calendar writes it: a name, a user name, an e-mail address */
  user: string;
  /** of several at once the highest wins; all of them, where they are alike */
  priority: number;
};
