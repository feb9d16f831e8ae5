import {
  AskContext,
  failed,
  ok,
  Outcome,
  retry,
} from '@sightline/backstage-plugin-sightline-node';
import { Page } from '../reading/listing';
import { AccountClient, AccountQuestion } from './createAccountClient';

export type ListQuestion<T> = {
  client: AccountClient;
  context: AskContext;
  path: string;
  query: AccountQuestion<T>['query'];
  read: (json: unknown) => Page<T>;
  /** for words: `services` */
  what: string;
};

export type WholeList<T> = {
  items: T[];
  /** behind the last that PagerDuty shows of a list */
  beyond: number;
};

/** No page is longer, whatever is asked for. */
const PAGE = 100;
/** What lies behind so many is not shown, by any page. */
const REACH = 10_000;
/** Pages may be shorter than was asked for, but not much. */
const PAGES = 250;

/**
 * A list, page by page, as far as PagerDuty shows it. What is not on any page is
 * gone, so a list that is not whole is no answer.
 *
 * ```
 *   ├─ 100 ─┼─ 100 ─┼ … ┤ 10,000   what lies behind cannot be asked for:
 *                                  `beyond` counts it, from the first page on
 * ```
 */
export const askList = async <T>(
  question: ListQuestion<T>,
  /** `not-beyond`: of a list that is too long read the first page alone */
  how: 'as-far-as-shown' | 'not-beyond' = 'as-far-as-shown',
): Promise<Outcome<WholeList<T>>> => {
  const items: T[] = [];
  let total = 0;
  let offset = 0;
  for (let nth = 0; nth < PAGES; nth += 1) {
    const answer = await askPage(question, offset);
    if (answer.outcome !== 'ok') return answer;
    const page = answer.value;
    total = page.total ?? total;
    const beyond = Math.max(0, total - REACH);
    offset += page.received;
    items.push(...page.items);
    const isCut = beyond > 0 && how === 'not-beyond';
    if (isCut) return ok({ items, beyond });
    if (!page.more)
      return offset < total
        ? half(question, total, offset)
        : ok({ items, beyond });
    const isInCircles = total > 0 && offset > total + PAGE;
    if (page.received === 0 || isInCircles) return stuck(question);
    if (offset + 1 > REACH) return ok({ items, beyond: Math.max(1, beyond) });
  }
  return endless(question);
};

/** The last page is as long as still fits within reach. */
const askPage = <T>(
  { client, context, path, query, read }: ListQuestion<T>,
  offset: number,
) =>
  client.ask({
    ...{ path, context, read },
    query: [
      ...query,
      ['limit', String(Math.min(PAGE, REACH - offset))],
      ['offset', String(offset)],
      // Counting costs PagerDuty time: once is enough.
      ...(offset === 0 ? ([['total', 'true']] as const) : []),
    ],
  });

const half = ({ what }: { what: string }, total: number, received: number) =>
  retry({
    kind: 'cut-off',
    words: `PagerDuty counts ${total} ${what} and showed ${received}: its pages are not whole, or its list changed while it was read`,
  });

const stuck = ({ what }: { what: string }) =>
  failed({
    kind: 'unexpected-answer',
    words: `PagerDuty says there are more ${what}, and shows nothing new`,
  });

const endless = ({ what }: { what: string }) =>
  failed({
    kind: 'too-large',
    words: `The list of ${what} has more than ${PAGES} pages: reading was stopped there`,
  });
