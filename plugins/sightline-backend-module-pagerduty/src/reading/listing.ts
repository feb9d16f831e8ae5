import { z } from 'zod';

/** One page of a list. */
export type Page<T> = {
  items: T[];
  /** how many came, understood or not: what the next page begins behind */
  received: number;
  more: boolean;
  /** in all; told where it was asked for */
  total?: number;
};

const paged = z.object({
  more: z.boolean().nullish(),
  total: z.int().nonnegative().nullish(),
});

/**
 * Items one by one: `read` says what it makes of one that is strange. Throws when
 * there is no list at all.
 */
export const readPage = <T>(
  json: unknown,
  name: string,
  read: (item: unknown) => T,
): Page<T> => {
  const { more, total } = paged.parse(json);
  const all = (json as Record<string, unknown>)[name];
  if (!Array.isArray(all)) throw new Error(`it holds no list of ${name}`);
  return {
    ...{ items: all.map(read), received: all.length, more: more ?? false },
    ...(typeof total === 'number' && { total }),
  };
};

/** A text that may be null, or missing. */
export const maybeText = z
  .string()
  .nullish()
  .catch(undefined)
  .transform(text => text || undefined);

/** An address for people; undefined for what leads elsewhere than to a page. */
export const maybeLink = maybeText.transform(text =>
  text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text)
    ? text
    : undefined,
);

/** Ids are letters and digits. */
export const id = z.string().min(1);
