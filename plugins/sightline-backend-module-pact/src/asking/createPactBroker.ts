import { Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  BrokerVerdict,
  ContractBroker,
  failed,
  ok,
  Outcome,
  PactContent,
} from '@sightline/backstage-plugin-sightline-node';
import { BrokerClient } from '../client/createBrokerClient';
import { createTurns } from '../client/createTurns';
import { readContent } from '../reading/readContent';
import { Asked, readVerdict } from '../reading/readVerdict';

export type PactBrokerOptions = {
  /** `pact:<id>` */
  id: string;
  client: BrokerClient;
  webhookSecret?: string;
  now?: () => Instant;
};

// A broker gives up on its database after 15 s, and says so.
const patience = 20_000;

/** What to ask at can-i-deploy; a broker that does not know environments has none. */
const verdictRelation = 'pb:can-i-deploy-pacticipant-version-to-environment';

/**
 * Asks one broker about one thing at a time. These are the questions that are
 * expensive for it, so it gets at most four of them at the same time.
 */
export const createPactBroker = (
  options: PactBrokerOptions,
): ContractBroker => {
  const { id, client, webhookSecret, now = Date.now } = options;
  const inTurn = createTurns({ atOnce: 4, waitingAtMost: 200 });

  const contextOf = (signal: AbortSignal): AskContext => ({
    signal,
    deadline: now() + patience,
    // Asked by people, not by the schedule: the Sources page counts the latter.
    countCall: () => {},
    lost: () => {},
    evidence: () => {
      throw new Error('Whoever asks about one thing keeps its evidence');
    },
  });

  return {
    id,
    ...(webhookSecret !== undefined && { webhookSecret }),
    canIDeploy: (asked, { signal }) =>
      inTurn(signal, () => askVerdict(client, asked, contextOf(signal))),
    content: (pact, { signal }) =>
      inTurn(signal, () => askContent(client, pact, contextOf(signal))),
  };
};

const askVerdict = async (
  client: BrokerClient,
  asked: Asked,
  context: AskContext,
): Promise<Outcome<BrokerVerdict>> => {
  const index = await client.index(context);
  if (index.outcome !== 'ok') return index;
  const url = index.value.find(verdictRelation, asked);
  if (url === undefined) return tooOld;
  const answer = await client.ask({
    ...{ url, context },
    alsoTake: [400],
    read: json => readVerdict(json, asked),
  });
  if (answer.outcome !== 'ok') return answer;
  if ('verdict' in answer.value) return ok(answer.value.verdict);
  const { refused, missing } = answer.value;
  return missing === undefined
    ? failed({
        kind: 'unexpected-answer',
        words: `${new URL(url).host} does not answer this: ${refused}`,
      })
    : ok({ says: 'unknown', rows: [], missing });
};

const askContent = async (
  client: BrokerClient,
  {
    consumer,
    provider,
    consumerVersion,
  }: { consumer: string; provider: string; consumerVersion: string },
  context: AskContext,
): Promise<Outcome<PactContent>> => {
  const index = await client.index(context);
  if (index.outcome !== 'ok') return index;
  const answer = await client.ask({
    url: index.value.at(
      '/pacts/provider/{provider}/consumer/{consumer}/version/{version}',
      { consumer, provider, version: consumerVersion },
    ),
    context,
    read: readContent,
  });
  if (answer.outcome !== 'ok') return answer;
  const { content, unread } = answer.value;
  return ok(
    content,
    unread > 0 ? [`${unread} interactions could not be understood`] : [],
  );
};

const tooOld = failed({
  kind: 'not-found',
  words:
    'This broker cannot be asked whether a version may go to an environment (that came with version 2.81)',
});
