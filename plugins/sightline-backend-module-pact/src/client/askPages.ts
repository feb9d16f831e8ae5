import {
  AskContext,
  failed,
  ok,
  Outcome,
  retry,
} from '@sightline/backstage-plugin-sightline-node';
import { Listing } from '../reading/listing';
import { BrokerClient } from './createBrokerClient';

export type PagesQuestion<T> = {
  client: BrokerClient;
  context: AskContext;
  /** of the list, from the index */
  url: string;
  /** items of one page */
  size: number;
  read: (json: unknown) => Listing<T>;
  /** the same for the same item */
  keyOf: (item: T) => string;
  /** for words: `integrations` */
  what: string;
};

/** What brokers show when they do not listen to how much is asked for. */
const knownLimits = new Set([30, 100]);

/** Beyond, something is wrong with it, or with us. */
const pagesAtMost = 400;

/**
 * A whole list, page by page. Numbers are counted by us, because links to the next
 * page may lead in circles, and drop what was asked for.
 *
 * **A short page is no end.** A broker or a proxy may give fewer items than were
 * asked for, and say nothing: so it goes on to the last page where the broker
 * counts pages, and until a page brings nothing new where it does not. What is not
 * on any page is gone, so a list that cannot be read whole is no answer.
 */
export const askPages = async <T>(
  question: PagesQuestion<T>,
): Promise<Outcome<T[]>> => {
  const { client, context, read } = question;
  const put = createGathering(question);
  for (let number = 1; number <= pagesAtMost; number += 1) {
    const url = pageUrl(question, number);
    const answer = await client.ask({ url, context, read });
    if (answer.outcome !== 'ok') return answer;
    const whole = put(answer.value, number);
    if (whole) return whole;
  }
  return endless(question);
};

/** Puts pages together. What it returns is the end: the list, or why there is none. */
const createGathering = <T>(question: PagesQuestion<T>) => {
  const { size, keyOf, what, context } = question;
  const found = new Map<string, T>();
  let received = 0;
  let unread = 0;

  const done = (): Outcome<T[]> => {
    if (unread > 0) {
      context.lost(`${what} that could not be understood`, unread);
    }
    return ok([...found.values()]);
  };

  const repeats = (items: number): Outcome<T[]> => {
    if (items >= size) return repeated(question);
    if (knownLimits.has(items)) {
      context.lost(`lists of ${what} that may end too early`, 1);
    }
    return done();
  };

  /** Whether the page brings anything that was on none before it. */
  const take = ({ items, unread: unclear }: Listing<T>, number: number) => {
    const before = found.size;
    items.forEach(item => found.set(keyOf(item), item));
    const isNew = found.size > before || (number === 1 && unclear > 0);
    if (isNew) {
      received += items.length + unclear;
      unread += unclear;
    }
    return isNew;
  };

  return (listing: Listing<T>, number: number): Outcome<T[]> | undefined => {
    const isNew = take(listing, number);
    const { page, items } = listing;
    if (page && number >= page.totalPages) {
      const counted = page.totalElements;
      return received < counted ? half(question, counted, received) : done();
    }
    if (page) return isNew ? undefined : stuck(question, number);
    // More than was asked for: it does not know pages, and this is everything.
    if (items.length > size) return done();
    return isNew ? undefined : repeats(items.length);
  };
};

const pageUrl = (
  { url, size }: { url: string; size: number },
  number: number,
) => {
  const asked = new URL(url);
  // Brokers before 2.108 know the second pair of names only.
  asked.searchParams.set('page', String(number));
  asked.searchParams.set('size', String(size));
  asked.searchParams.set('pageNumber', String(number));
  asked.searchParams.set('pageSize', String(size));
  return asked.href;
};

/** What words need of a question. */
type About = { what: string; url: string; size: number };

const half = ({ what, url }: About, counted: number, received: number) =>
  retry({
    kind: 'cut-off',
    words: `${
      new URL(url).host
    } counts ${counted} ${what} and showed ${received}: its pages are not whole, or its list changed while it was read`,
  });

const repeated = ({ what, url }: About) =>
  failed({
    kind: 'unexpected-answer',
    words: `The pages of ${what} repeat themselves at ${
      new URL(url).host
    }: what comes behind the first cannot be read`,
  });

const stuck = ({ what, url }: About, number: number) =>
  failed({
    kind: 'unexpected-answer',
    words: `${
      new URL(url).host
    } says there are more ${what}, and shows none of them on page ${number}: it goes in circles, or its list changed while it was read`,
  });

const endless = ({ what, size }: About) =>
  failed({
    kind: 'too-large',
    words: `The list of ${what} has more than ${pagesAtMost} pages of ${size}: reading was stopped there`,
  });
