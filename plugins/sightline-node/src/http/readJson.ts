import { failed, ok, Outcome, retry } from '../source/Outcome';
import { AskedPlace, placeInWords, withoutSecrets } from './place';

/** A body as it came. @public */
export type ReceivedBytes = {
  bytes: Uint8Array;
  contentType: string;
  /** 2xx, or one of `alsoTake` */
  status: number;
  /** by small letters: `etag` */
  headers: Readonly<Record<string, string>>;
};

export type ReceivedText = { text: string; contentType: string };

export const asText = (
  { bytes, contentType }: Pick<ReceivedBytes, 'bytes' | 'contentType'>,
  bytesAtMost = bytes.length,
): ReceivedText => ({
  text: new TextDecoder().decode(bytes.subarray(0, bytesAtMost)),
  contentType,
});

const isHtml = ({ text, contentType }: ReceivedText) =>
  contentType.includes('text/html') ||
  /^\s*<(!doctype|html|head|body)/i.test(text);

// V8's words for a text that ends too early. A body that merely contains
// nonsense fails elsewhere, with "Unexpected token".
const endsTooEarly = (error: unknown) =>
  /end of JSON input|Unterminated|Expected .* after|Expected property name/i.test(
    String(error),
  );

const looksOpen = (text: string) => {
  const start = text.trimStart()[0];
  const end = text.trimEnd().slice(-1);
  return (start === '{' && end !== '}') || (start === '[' && end !== ']');
};

/** What was asked for, and as what the answer was expected. */
export type ExpectedPlace = AskedPlace & { as: string };

export const refusalOfHtml = (
  received: ReceivedText,
  place: ExpectedPlace,
): Outcome<never> | undefined => {
  const { host, request } = placeInWords(place);
  return isHtml(received)
    ? failed({
        kind: 'not-json',
        words: `${host} answered ${request} with an HTML page instead of ${place.as}: a login page or a proxy in between?`,
      })
    : undefined;
};

/** Text into JSON, or which of the ways it is none. */
export const parseJson = (
  received: ReceivedText,
  place: ExpectedPlace,
  parse: (text: string) => unknown = JSON.parse,
): Outcome<unknown> => {
  const { host, request } = placeInWords(place);
  const { text, contentType } = received;
  const html = refusalOfHtml(received, place);
  if (html) {
    return html;
  }
  if (text.trim() === '') {
    return failed({
      kind: 'not-json',
      words: `${host} answered ${request} with nothing instead of JSON`,
    });
  }
  try {
    return ok(parse(text));
  } catch (error) {
    if (endsTooEarly(error) && looksOpen(text)) {
      return retry({
        kind: 'cut-off',
        words: `The answer of ${host} to ${request} breaks off in the middle, after ${text.length} characters`,
      });
    }
    const type = contentType.split(';')[0] || 'no content type';
    return failed({
      kind: 'not-json',
      words: `${host} answered ${request} with something that is not JSON (${type})`,
    });
  }
};

/** What came into what the source understands; `read` throws when it does not. */
export const readShape = <A, T>(
  received: A,
  read: (received: A) => T,
  place: ExpectedPlace,
): Outcome<T> => {
  try {
    return ok(read(received));
  } catch (error) {
    const { host, request } = placeInWords(place);
    const why = withoutSecrets(
      error instanceof Error ? error.message : String(error),
    );
    return failed({
      kind: 'unexpected-answer',
      words: `${host} answered ${request} with ${place.as} of another shape than expected: ${why}`,
    });
  }
};
