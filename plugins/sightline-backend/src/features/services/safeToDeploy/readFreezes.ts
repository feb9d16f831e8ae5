import { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  tiers,
  toServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { readSection } from '@sightline/backstage-plugin-sightline-node/config';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { Freeze, FreezeWindow } from './engine/freezes/Freeze';
import { wallTime, weekTime, yearDay } from './freezeSettings';

const name = z.string({ error: 'it must be a text' }).trim().min(1, {
  error: 'it is empty',
});

const names = z
  .array(name, { error: 'it must be a list of names' })
  .min(1, { error: 'it is empty: leave it out where all are meant' });

/** Refs in the one spelling that can be compared. */
const refs = (read: (text: string) => string, words: string) =>
  names.transform((texts, context) =>
    texts.map(text => {
      try {
        return read(text);
      } catch {
        context.addIssue(words);
        return z.NEVER;
      }
    }),
  );

const ownerOf = (text: string) =>
  stringifyEntityRef(
    parseEntityRef(text, { defaultKind: 'group', defaultNamespace: 'default' }),
  );

const scope = {
  environments: names
    .transform(all => all.map(one => one.toLocaleLowerCase('en-US')))
    .optional(),
  owners: refs(
    ownerOf,
    'each must be a group or user such as payments or group:default/payments',
  ).optional(),
  tiers: z
    .array(z.enum([...tiers, 'none']), {
      error: `it must be a list of ${tiers.join(', ')} or none`,
    })
    .min(1, { error: 'it is empty: leave it out where all are meant' })
    .optional(),
  services: refs(
    toServiceRef,
    'each must be a service such as payments or component:default/payments',
  ).optional(),
};

const inOrder = ({ from, to }: { from?: number; to?: number }) =>
  from === undefined || to === undefined || from < to;
const orderWords = { error: 'from must be before to' };

const once = z
  .strictObject({ from: wallTime, to: wallTime })
  .refine(inOrder, orderWords);

const weekly = z
  .strictObject({ from: weekTime, to: weekTime })
  .refine(({ from, to }) => from !== to, {
    error: 'from and to are the same moment of the week',
  });

const yearly = z
  .strictObject({ from: yearDay, to: yearDay })
  .refine(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to), {
    error: 'from and to are the same moment of the year',
  });

const exception = z
  .strictObject({
    ...scope,
    from: wallTime.optional(),
    to: wallTime.optional(),
    reason: name.optional(),
  })
  .refine(inOrder, orderWords)
  .refine(({ reason: _, ...narrowing }) => Object.keys(narrowing).length > 0, {
    error: 'it says neither for whom nor when it holds',
  });

const freeze = z
  .strictObject({
    name,
    reason: name.optional(),
    timeZone: z.string().refine(zone => IANAZone.isValidZone(zone), {
      error: "it must be a time zone such as 'Europe/Berlin'",
    }),
    once: once.optional(),
    weekly: weekly.optional(),
    yearly: yearly.optional(),
    appliesTo: z.strictObject(scope).prefault({}),
    except: z.array(exception).default([]),
  })
  .transform(({ once: o, weekly: w, yearly: y, ...rest }, context): Freeze => {
    const windows: FreezeWindow[] = [
      ...(o ? [{ kind: 'once' as const, ...o }] : []),
      ...(w ? [{ kind: 'weekly' as const, ...w }] : []),
      ...(y ? [{ kind: 'yearly' as const, ...y }] : []),
    ];
    if (windows.length !== 1) {
      context.addIssue('it must have one of once, weekly and yearly');
    }
    return { ...rest, window: windows[0] };
  });

const section = z.object({
  freezes: z
    .array(freeze, { error: 'it must be a list' })
    .default([])
    .refine(all => new Set(all.map(one => one.name)).size === all.length, {
      error: 'two of them have the same name',
    }),
});

/** Reads `sightline.freezes`; throws one error that names every wrong key and its value. */
export const readFreezes = (
  root: Pick<RootConfigService, 'getOptional'>,
): Freeze[] => readSection(root, 'sightline', section).freezes;
