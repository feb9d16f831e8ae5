import { isTimeZone } from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';
import { write } from '../../../../platform/engine/documents/readAs';

/** More of anything is a mistake, or an attack. */
const MOST = { levels: 9, layers: 20, members: 200, hours: 21 };
const MOST_VERSIONS = 500;
const MOST_OVERRIDES = 1000;

const said = (input: unknown) => JSON.stringify(input);

const text = (what: string) => z.string(write(what)).trim().min(1, write(what));

const timezone = text('an IANA time zone such as Europe/Berlin').refine(
  isTimeZone,
  {
    error: ({ input }) =>
      `is ${said(input)}; write an IANA time zone such as Europe/Berlin`,
  },
);

const moment = text('a date, or a date and time such as 2026-01-05 09:00');

const members = z
  .array(text('a user such as ana.markovic'), write('a list of users'))
  .max(MOST.members, { error: `has more than ${MOST.members} users` });

const someHours = z.string().max(200);

const hours = z.union(
  [
    someHours,
    z
      .array(someHours)
      .max(MOST.hours, { error: `has more than ${MOST.hours} entries` }),
  ],
  write('hours such as Mon-Fri 09:00-17:00, or a list of them'),
);

const handover = text('when turns change, such as Mon 09:00 or daily 09:00');

const shift = z.strictObject(
  { hours, members },
  write('hours and members below it'),
);

const turns = {
  handover: handover.optional(),
  start: moment.optional(),
  timezone: timezone.optional(),
  hours: hours.optional(),
  members: members.optional(),
};

const layer = z.strictObject(
  { name: text('a name').optional(), ...turns },
  write('a handover and members below it'),
);

const stack = {
  ...turns,
  shifts: z
    .array(shift, write('a list of hours and members'))
    .max(MOST.layers, { error: `has more than ${MOST.layers} shifts` })
    .optional(),
  layers: z
    .array(layer, write('a list of layers'))
    .max(MOST.layers, { error: `has more than ${MOST.layers} layers` })
    .optional(),
};

const level = z.strictObject(
  {
    level: z
      .int(write('a number from 1 to 9'))
      .min(1, write('a number from 1 to 9'))
      .max(MOST.levels, write('a number from 1 to 9')),
    ...stack,
  },
  write('a level below it, and who is in it'),
);

const versionParts = {
  ...stack,
  levels: z
    .array(level, write('a list of levels'))
    .max(MOST.levels, { error: `has more than ${MOST.levels} levels` })
    .optional(),
};

const version = z.strictObject(
  { from: moment, ...versionParts },
  write('a from below it, and who takes turns'),
);

const override = z.strictObject(
  {
    user: text('a user such as ana.markovic'),
    from: moment,
    to: moment,
    level: level.shape.level.optional(),
    reason: z.string(write('a text')).max(500).optional(),
  },
  write('a user, a from and a to below it'),
);

const name = z
  .string(write('a name such as payments'))
  .regex(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/, {
    error: ({ input }) =>
      `is ${said(
        input,
      )}; write letters, digits, dots and hyphens, such as payments`,
  });

export const metadata = z.looseObject(
  {
    name,
    namespace: name.optional(),
    title: z.string(write('a text')).optional(),
  },
  write('a name below it'),
);

export type SaidTurns = z.infer<typeof layer>;
export type SaidStack = Omit<z.infer<typeof level>, 'level'>;
export type SaidVersion = Omit<z.infer<typeof version>, 'from'> & {
  from?: string;
};
export type SaidOverride = z.infer<typeof override>;

export const spec = z.strictObject(
  {
    team: text('the group that takes turns, such as payments'),
    from: moment.optional(),
    ...versionParts,
    timezone,
    versions: z
      .array(version, write('a list of versions'))
      .max(MOST_VERSIONS, { error: `has more than ${MOST_VERSIONS} versions` })
      .optional(),
    overrides: z
      .array(override, write('a list of overrides'))
      .max(MOST_OVERRIDES, {
        error: `has more than ${MOST_OVERRIDES} overrides`,
      })
      .optional(),
  },
  write('a team, a timezone and who takes turns below it'),
);
