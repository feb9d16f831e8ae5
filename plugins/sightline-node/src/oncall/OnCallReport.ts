import type { Roster } from '@sightline/backstage-plugin-sightline-common';

/**
 * Who is on call by everything one source knows, whole each time: a roster that is
 * in neither list is gone.
 * @public
 */
export type OnCallReport = {
  rosters: Roster[];
  /**
   * those that could not be read this time, and why, in words: what was known of
   * them stands, and grows old
   */
  unread: { id: string; name: string; fault: string }[];
};
