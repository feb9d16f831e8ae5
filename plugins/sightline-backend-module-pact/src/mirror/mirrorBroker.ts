import {
  AskContext,
  MirroredPact,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { askPages } from '../client/askPages';
import { readDashboard } from '../reading/readDashboard';
import { readIntegrations, readPacticipants } from '../reading/readLists';
import { askPresent, MirrorQuestion } from './askPresent';
import { Mirrored } from './engine/toReport';

/**
 * Reads everything a mirror needs, in few requests: two lists side by side, so
 * that there are never more than two at a time.
 *
 * ```
 *   index ─┬─▶ dashboard, 500 pacts a page
 *          └─▶ integrations ▶ pacticipants ▶ environments ▶ what is in each
 * ```
 *
 * What is not in a mirror is gone. So when one part cannot be read there is none.
 */
export const mirrorBroker = async (
  question: Omit<MirrorQuestion, 'index'>,
): Promise<Outcome<Mirrored>> => {
  const { client, context } = question;
  const index = await client.index(context, 'anew');
  if (index.outcome !== 'ok') return index;
  const [pacts, rest] = await bothOrNeither(
    context,
    within => askPacts({ ...question, index: index.value, context: within }),
    within => askRest({ ...question, index: index.value, context: within }),
  );
  if (pacts.outcome !== 'ok') return pacts;
  if (rest.outcome !== 'ok') return rest;
  return ok({ ...rest.value, pacts: pacts.value }, rest.notes);
};

const pairOf = ({
  consumer,
  provider,
}: {
  consumer: string;
  provider: string;
}) => JSON.stringify([consumer, provider]);

/** No relation of the index leads to the dashboard. Asked plainly it stops after 30. */
const askPacts = ({ client, index, context }: MirrorQuestion) =>
  askPages<MirroredPact>({
    ...{ client, context, size: 500, what: 'pacts', read: readDashboard },
    url: index.at('/dashboard'),
    keyOf: pact => pairOf(pact) + JSON.stringify(pact.consumerVersion.number),
  });

const askRest = async (
  question: MirrorQuestion,
): Promise<Outcome<Omit<Mirrored, 'pacts'>>> => {
  const { client, index, context } = question;
  const integrations = await askPages({
    ...{ client, context, size: 1000, what: 'integrations' },
    url: index.find('pb:integrations') ?? index.at('/integrations'),
    read: readIntegrations,
    keyOf: pairOf,
  });
  if (integrations.outcome !== 'ok') return integrations;
  const pacticipants = await askPages({
    // each is several kilobytes
    ...{ client, context, size: 250, what: 'pacticipants' },
    url: index.find('pb:pacticipants') ?? index.at('/pacticipants'),
    read: readPacticipants,
    keyOf: ({ name }) => name,
  });
  if (pacticipants.outcome !== 'ok') return pacticipants;
  const present = await askPresent(question);
  if (present.outcome !== 'ok') return present;
  return ok(
    {
      integrations: integrations.value,
      pacticipants: pacticipants.value,
      ...present.value,
    },
    present.notes,
  );
};

type Part<T> = (context: AskContext) => Promise<Outcome<T>>;

/** The first that fails stops the other, and is the answer of both. */
const bothOrNeither = async <A, B>(
  context: AskContext,
  first: Part<A>,
  second: Part<B>,
): Promise<[Outcome<A>, Outcome<B>]> => {
  const stop = new AbortController();
  const within: AskContext = {
    signal: AbortSignal.any([context.signal, stop.signal]),
    deadline: context.deadline,
    countCall: () => context.countCall(),
    lost: (cause, count) => context.lost(cause, count),
    evidence: () => context.evidence(),
  };
  let refusal: Outcome<never> | undefined;
  const part = async <T>(ask: Part<T>): Promise<Outcome<T>> => {
    const answer = await ask(within);
    if (answer.outcome === 'ok') return answer;
    refusal ??= answer;
    stop.abort();
    return refusal;
  };
  const [a, b] = await Promise.all([part(first), part(second)]);
  return refusal ? [refusal, refusal] : [a, b];
};
