import {
  AskContext,
  askBytes,
  CALENDAR_LENGTH_AT_MOST,
  ok,
  Outcome,
  ReceivedBytes,
  retry,
} from '@sightline/backstage-plugin-sightline-node';
import { withoutPath } from './engine/withoutPath';

/** Reads the text of one feed; what did not change is not sent again. */
export type Feed = { read(context: AskContext): Promise<Outcome<string>> };

/** Larger ones are read anew every time, so that they take no memory in between. */
const KEPT_AT_MOST = 1024 * 1024;

type Received =
  | { text: string; headers: ReceivedBytes['headers'] }
  | 'as-it-was';

type Known = { text: string; ask: Record<string, string> };

const readReceived = ({ status, bytes, headers }: ReceivedBytes): Received =>
  status === 304
    ? 'as-it-was'
    : { text: new TextDecoder().decode(bytes), headers };

/** By what a server tells whether anything has changed since. */
const conditionOf = (
  headers: ReceivedBytes['headers'],
): Record<string, string> | undefined => {
  if (headers.etag) return { 'if-none-match': headers.etag };
  const changed = headers['last-modified'];
  return changed ? { 'if-modified-since': changed } : undefined;
};

/** A calendar that breaks off says nothing about the shifts behind. */
const isWhole = (text: string) => /END:VCALENDAR\s*$/i.test(text);

const isBegun = (text: string) => /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text);

export const createFeed = (url: string): Feed => {
  let known: Known | undefined;

  const ask = (context: AskContext) =>
    askBytes({
      ...{ url, context, accept: 'text/calendar', read: readReceived },
      limit: CALENDAR_LENGTH_AT_MOST,
      ...(known && { headers: known.ask, alsoTake: [304] }),
    });

  const keep = ({ text, headers }: Exclude<Received, 'as-it-was'>) => {
    const condition = conditionOf(headers);
    known =
      condition && text.length <= KEPT_AT_MOST
        ? { text, ask: condition }
        : undefined;
    return ok(text);
  };

  return {
    async read(context) {
      const before = known;
      const answer = withoutPath(await ask(context), url);
      if (answer.outcome !== 'ok') return answer;
      const { value } = answer;
      // Only what was kept is asked for with a condition.
      if (value === 'as-it-was') return ok(before?.text ?? '');
      return isBegun(value.text) && !isWhole(value.text)
        ? brokenOff(url, value.text)
        : keep(value);
    },
  };
};

const brokenOff = (url: string, { length }: string) =>
  retry({
    kind: 'cut-off',
    words: `The calendar of ${
      new URL(url).host
    } breaks off in the middle, after ${length} characters`,
  });
