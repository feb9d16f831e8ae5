export interface Config {
  sightline?: {
    oncall?: {
      /** Calendars (iCal) that say who is on call; see docs/on-call-calendars.md. How often each is read is set under `sightline.sources`, by `ical:<id>`. Default: none. */
      calendars?: Array<{
        /** Small letters, digits and hyphens; the source is `ical:<id>`. */
        id: string;
        /** For people: whose calendar it is. Default: what the calendar calls itself. */
        title?: string;
        /** Groups and services it is for: `payments` is a group, `component:default/payments` a service. */
        for: string | string[];
        /**
         * Its address, which begins with `https://` or `webcal://`. Whoever has it can read the calendar.
         * @visibility secret
         */
        url: string;
        /** A second calendar that always wins. Default: none. */
        overrides?: {
          /**
           * Its address.
           * @visibility secret
           */
          url: string;
        };
        /** Who is asked when nobody on level 1 answers. Default: nobody. */
        levels?: Array<{
          /** 2 to 9. */
          level: number;
          /**
           * Its address.
           * @visibility secret
           */
          url: string;
          overrides?: {
            /**
             * Its address.
             * @visibility secret
             */
            url: string;
          };
        }>;
        /** Of times that are in no zone, and by which gaps are told; IANA. Default: what the calendar says, else UTC. */
        timeZone?: string;
        /** A page for people, where the calendar can be seen. Default: none. */
        link?: string;
      }>;
    };
  };
}
