const charactersAtMost = 120;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
// A word counts as an id when it could not have been typed by a person who names
// things: all digits, long hexadecimal with a digit in it, long with many digits.
const digits = /^\d+$/;
const hexadecimal = /^(?=.*\d)[0-9a-f]{8,}$/i;
const address = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const scrambled = /^(?=(?:.*\d){4})[\w~=+-]{20,}$/;
const longNumber = /(?<![A-Za-z0-9])\d{4,}(?![A-Za-z0-9])/g;

/**
 * Turns a name that holds ids into one that does not, so that a million orders
 * are one operation: ids become `{id}`, a query string goes.
 *
 * @example `GET /orders/4711?verbose=1` → `GET /orders/{id}`
 * @public
 */
export const templateName = (name: string): string =>
  name
    .replace(uuid, '{id}')
    .split(' ')
    .map(templateWord)
    .join(' ')
    .slice(0, charactersAtMost)
    .trim();

const templateWord = (word: string) => {
  if (!word.includes('/')) {
    return templateSegment(word).replace(longNumber, '{id}');
  }
  const [path] = word.split(/[?#]/);
  return path.split('/').map(templateSegment).join('/');
};

const templateSegment = (segment: string) =>
  digits.test(segment) ||
  hexadecimal.test(segment) ||
  address.test(segment) ||
  scrambled.test(segment)
    ? '{id}'
    : segment;
