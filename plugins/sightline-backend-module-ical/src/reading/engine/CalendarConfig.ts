/** The feeds of one level. */
export type LevelFeeds = {
  /** 1 is asked first */
  level: number;
  /** whoever has it can read the calendar: it is a secret, as a password is */
  url: string;
  /** of a second calendar that always wins */
  overrides?: string;
};

/** A calendar, or several: one for each level. */
export type CalendarConfig = {
  /** of the source: `ical:<id>` */
  id: string;
  /** of the roster */
  roster: string;
  title?: string;
  /** entity refs of groups and services */
  for: string[];
  levels: LevelFeeds[];
  /** IANA */
  timeZone?: string;
  link?: string;
};
