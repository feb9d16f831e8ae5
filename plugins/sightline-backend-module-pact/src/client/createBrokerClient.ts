import { Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  askJson,
  Outcome,
  TlsTexts,
} from '@sightline/backstage-plugin-sightline-node';
import { BrokerIndex, readIndex } from './engine/brokerIndex';
import { explainRefusal } from './engine/explainRefusal';

/** Where a broker is, and how it lets us in. */
export type BrokerServer = {
  /** without a slash at its end */
  url: string;
  /** credentials, and what proxies want besides */
  headers: Record<string, string>;
  tls?: TlsTexts;
};

export type BrokerQuestion<T> = {
  /** from the index: on the configured address */
  url: string;
  context: AskContext;
  /** throws when what came is something else */
  read: (json: unknown) => T;
  /** statuses besides 2xx that come with an answer */
  alsoTake?: readonly number[];
};

/** Asks one broker. It only reads. */
export interface BrokerClient {
  /** What it can do: as it said last, or, where nobody asked yet or `anew`, asked now. */
  index(context: AskContext, when?: 'anew'): Promise<Outcome<BrokerIndex>>;
  ask<T>(question: BrokerQuestion<T>): Promise<Outcome<T>>;
}

// A broker answers 406 to whom it cannot please, so this names all it has.
const accept = 'application/hal+json, application/json;q=0.9';

/** A list of 10,000 integrations fits in. */
const bytesAtMost = 32 * 2 ** 20;

export const createBrokerClient = (
  server: BrokerServer,
  { now = Date.now }: { now?: () => Instant } = {},
): BrokerClient => {
  const { url: base, headers, tls } = server;
  let known: Outcome<BrokerIndex> | undefined;

  const ask = <T>(question: BrokerQuestion<T>): Promise<Outcome<T>> =>
    askJson({
      ...question,
      headers: { accept, ...headers },
      tls,
      limit: bytesAtMost,
      explain: explainRefusal,
      now,
    });

  return {
    ask,
    async index(context, when) {
      if (known && when !== 'anew') return known;
      const answer = await ask({
        url: `${base}/`,
        context,
        read: json => readIndex(json, base),
      });
      if (answer.outcome === 'ok') known = answer;
      return answer;
    },
  };
};
