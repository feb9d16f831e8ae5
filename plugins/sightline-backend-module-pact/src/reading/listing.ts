import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';

/** One page of a list, or a whole one. */
export type Listing<T> = {
  items: T[];
  /** items of which nothing could be made */
  unread: number;
  /** left out by brokers that do not count */
  page?: { totalPages: number; totalElements: number };
};

const counted = z.object({
  page: z.object({
    totalPages: z.int().nonnegative(),
    totalElements: z.int().nonnegative(),
  }),
});

/**
 * Items one by one: one that is strange does not take the others with it. Throws
 * when there is no list at all.
 */
export const readListing = <T>(
  json: unknown,
  items: unknown,
  item: z.ZodType<T>,
): Listing<T> => {
  if (!Array.isArray(items)) throw new Error('it holds no list');
  const read = items.map(one => item.safeParse(one));
  const understood = read.flatMap(one => (one.success ? [one.data] : []));
  const page = counted.safeParse(json).data?.page;
  return {
    items: understood,
    unread: read.length - understood.length,
    ...(page && { page }),
  };
};

/** What HAL puts under `_embedded`; undefined when it is not there. */
export const embedded = (json: unknown, name: string): unknown =>
  z.object({ _embedded: z.record(z.string(), z.unknown()) }).safeParse(json)
    .data?._embedded[name];

export const named = z.object({ name: z.string().min(1) });

/** A link where there is one. */
export const hrefIn = (links: unknown, relation: string): string | undefined =>
  z
    .record(z.string(), z.unknown())
    .transform(all => all[relation])
    .pipe(z.object({ href: z.string() }))
    .safeParse(links).data?.href;

/** A time as brokers write it; undefined when it is none. */
export const time = z
  .unknown()
  .optional()
  .transform((value): Instant | undefined => {
    const at = typeof value === 'string' ? Date.parse(value) : NaN;
    return Number.isNaN(at) ? undefined : at;
  });

/** A text that may be null or missing. */
export const maybeText = z
  .string()
  .nullish()
  .catch(undefined)
  .transform(text => text ?? undefined);
