import { RootConfigService } from '@backstage/backend-plugin-api';
import { isTimeZone } from '@sightline/backstage-plugin-sightline-common';
import {
  address,
  distinct,
  readSection,
  sourceName,
} from '@sightline/backstage-plugin-sightline-node/config';
import { z } from 'zod';
import { CalendarConfig } from './reading/engine/CalendarConfig';

const problemWith = (text: string): string | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:') {
    return 'it must be an address that begins with https:// or webcal://: whoever hears it can read the calendar';
  }
  return url.username || url.password
    ? 'it must not hold a user name or a password'
    : undefined;
};

/** `webcal://`, as calendars are passed on, is asked for over https. */
const feed = z
  .string()
  .transform(text => text.trim().replace(/^webcals?:\/\//i, 'https://'))
  .superRefine((text, context) => {
    const problem = problemWith(text);
    if (problem) context.addIssue(problem);
  });

const feeds = {
  url: feed,
  overrides: z.strictObject({ url: feed }).optional(),
};

const levelWords = 'it must be a whole number from 2 to 9: `url` is level 1';

const level = z.strictObject({
  level: z
    .int({ error: levelWords })
    .min(2, { error: levelWords })
    .max(9, { error: levelWords }),
  ...feeds,
});

/** `payments` is `group:default/payments`, as refs of the catalog are. */
const entity = z
  .string()
  .regex(/^(?:(group|component):)?(?:[\w.-]+\/)?[\w.-]+$/i, {
    error:
      'it must name a group or a service: payments, component:default/payments',
  })
  .transform(said => {
    const text = said.toLocaleLowerCase('en-US');
    const [kind, rest] = text.includes(':') ? text.split(':') : ['group', text];
    return `${kind}:${rest.includes('/') ? rest : `default/${rest}`}`;
  });

const calendar = z.strictObject({
  id: sourceName,
  title: z.string().min(1, 'it must not be empty').optional(),
  for: z
    .union([entity.transform(one => [one]), z.array(entity)], {
      error: 'it must name at least one group or service',
    })
    .refine(all => all.length > 0, {
      error: 'it must name at least one group or service',
    })
    .transform(all => [...new Set(all)]),
  ...feeds,
  levels: z
    .array(level)
    .refine(all => new Set(all.map(one => one.level)).size === all.length, {
      error: 'two of them have the same level',
    })
    .default([]),
  timeZone: z
    .string()
    .refine(isTimeZone, { error: 'it must be a time zone: Europe/Berlin' })
    .optional(),
  link: address({ credentials: 'url' }).optional(),
});

type Read = z.infer<typeof calendar>;

const calendars = distinct(calendar);

/** Reads `sightline.oncall.calendars`; throws one error that names every wrong key. */
export const readIcalConfig = (root: RootConfigService): CalendarConfig[] => {
  const key = 'sightline.oncall.calendars';
  return root.has(key) ? readSection(root, key, calendars).map(toConfig) : [];
};

const toConfig = (read: Read): CalendarConfig => {
  const { id, title, url, overrides, levels, timeZone, link } = read;
  return {
    ...{ id: `ical:${id}`, roster: id, for: read.for },
    ...(title !== undefined && { title }),
    levels: [{ level: 1, url, overrides }, ...levels]
      .sort((a, b) => a.level - b.level)
      .map(one => ({
        ...{ level: one.level, url: one.url },
        ...(one.overrides && { overrides: one.overrides.url }),
      })),
    ...(timeZone !== undefined && { timeZone }),
    ...(link !== undefined && { link }),
  };
};
