import { Fault, Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  ok,
  Outcome,
  retry,
} from '@sightline/backstage-plugin-sightline-node';
import { PrometheusClient } from '../client/createPrometheusClient';
import { Series } from '../client/engine/readAnswer';
import { Matcher } from '../client/engine/selectors';
import { limitTo } from './limitTo';

/** What is kept of an answer; the key names it among others of the same question. */
export type Reading<T> = { key: string; read(series: Iterable<Series>): T };

/**
 * One round of questions, all as of one moment: equal ones are asked once, and not
 * too many at the same time.
 */
export interface Round {
  readonly at: Instant;
  /** no answer rather than a part of one */
  ask<T>(text: string, reading: Reading<T>): Promise<Outcome<T>>;
  /** values that a label had lately */
  labelValues(
    label: string,
    matchers: readonly Matcher[],
    since: Instant,
  ): Promise<Outcome<string[]>>;
  /** what servers remarked that harms no answer */
  readonly remarks: ReadonlySet<string>;
}

export type RoundOptions = {
  client: PrometheusClient;
  at: Instant;
  atOnce: number;
  context: AskContext;
  now: () => Instant;
};

export const createRound = (options: RoundOptions): Round => {
  const { client, at, atOnce, now } = options;
  const context = withTimeLeft(options.context, now());
  const inTurn = limitTo(atOnce);
  const asked = new Map<string, Promise<Outcome<unknown>>>();
  const remarks = new Set<string>();
  let gone: Outcome<never> | undefined;

  const once = <T>(key: string, run: () => Promise<Outcome<T>>) => {
    const before = asked.get(key) as Promise<Outcome<T>> | undefined;
    const answer =
      before ??
      inTurn(async () => {
        if (gone) return gone;
        const got = await run();
        if (got.outcome !== 'ok' && isGone(got.fault)) gone = got;
        return got;
      });
    asked.set(key, answer);
    return answer;
  };

  return {
    at,
    remarks,
    ask: (text, { key, read }) =>
      once(`${key} of ${text}`, async () => {
        const question = { expression: text, at };
        const answer = await client.read(question, context, read);
        if (answer.outcome !== 'ok') return answer;
        const { harmless, losses } = sortOut(answer.notes ?? []);
        harmless.forEach(remark => remarks.add(remark));
        return losses.length > 0 ? incomplete(losses) : ok(answer.value.data);
      }),
    labelValues: (label, matchers, since) =>
      once(`values of ${label} ${JSON.stringify(matchers)}`, async () => {
        const among = { matchers, from: since, to: at };
        const answer = await client.labelValues(label, among, context);
        return answer.outcome === 'ok' ? ok(answer.value.data) : answer;
      }),
  };
};

/** Whoever asks at the very end is cut off with all that was answered before. */
const share = 0.9;
const withTimeLeft = (context: AskContext, now: Instant): AskContext => ({
  ...context,
  deadline: now + (context.deadline - now) * share,
});

/** After such a fault the other questions would only fail alike. */
const isGone = ({ kind }: Fault) =>
  kind === 'connection-refused' ||
  kind === 'name-not-found' ||
  kind === 'certificate' ||
  kind === 'not-authorised';

/**
 * Prometheus warns of odd questions and of storage that did not answer alike; its
 * own remarks say what they are. Of half the storage a service could look well
 * that is not, so what warns otherwise is no answer.
 */
const sortOut = (warnings: readonly string[]) => {
  const isRemark = (warning: string) =>
    /^PromQL (warning|info)\b/.test(warning);
  return {
    harmless: warnings.filter(isRemark),
    losses: warnings.filter(warning => !isRemark(warning)),
  };
};

const incomplete = (warnings: readonly string[]): Outcome<never> =>
  retry({
    kind: 'cut-off',
    words: `It answered a part only: ${warnings.join('; ')}`,
  });
