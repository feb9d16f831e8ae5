import {
  AskContext,
  failed,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { BrokerClient } from '../client/createBrokerClient';
import { BrokerIndex } from '../client/engine/brokerIndex';
import {
  readDeployed,
  ReadEnvironment,
  readEnvironments,
  readReleased,
} from '../reading/readLists';
import { Mirrored, MirrorChoice } from './engine/toReport';

export type MirrorQuestion = {
  client: BrokerClient;
  index: BrokerIndex;
  choice: MirrorChoice;
  context: AskContext;
};

type Present = Pick<Mirrored, 'environments' | 'present'>;

const lists = [
  { how: 'deployed', link: 'deployed', read: readDeployed },
  { how: 'released', link: 'supported', read: readReleased },
] as const;

/** The environments that are looked at, and which versions are in each now. */
export const askPresent = async (
  question: MirrorQuestion,
): Promise<Outcome<Present>> => {
  const { client, index, choice, context } = question;
  const url = index.find('pb:environments');
  if (url === undefined) return ok({ environments: [], present: [] }, [tooOld]);
  const listed = await client.ask({ url, context, read: readEnvironments });
  if (listed.outcome !== 'ok') return listed;
  const { items, unread } = listed.value;
  if (unread > 0) {
    context.lost('environments that could not be understood', unread);
  }
  const chosen = items.filter(
    ({ name }) => choice.environments?.includes(name) ?? true,
  );
  const present: Present['present'] = [];
  for (const environment of chosen) {
    const answer = await askEnvironment(question, environment);
    if (answer.outcome !== 'ok') return answer;
    present.push(...answer.value);
  }
  const environments = chosen.map(({ name, displayName, production }) => ({
    ...{ name, displayName, production },
  }));
  return ok({ environments, present }, [
    ...notThere(items, choice),
    ...notAsked(chosen),
  ]);
};

const askEnvironment = async (
  { client, index, context }: MirrorQuestion,
  environment: ReadEnvironment,
): Promise<Outcome<Present['present']>> => {
  const present: Present['present'] = [];
  for (const { how, link, read } of lists) {
    const href = environment[link];
    // Releases came later than deployments.
    if (href === undefined) continue;
    const url = index.rebase(href);
    if (url === undefined) return astray(environment, href);
    const answer = await client.ask({ url, context, read });
    if (answer.outcome !== 'ok') return answer;
    const { items, unread } = answer.value;
    if (unread > 0) {
      context.lost(`${how} versions that could not be understood`, unread);
    }
    const { name } = environment;
    present.push(...items.map(one => ({ ...one, environment: name, how })));
  }
  return ok(present);
};

const tooOld =
  'This broker knows no environments (they came with version 2.81): what is deployed where is unknown';

/** An environment of which nobody knows what is there must not look empty. */
const astray = ({ name }: ReadEnvironment, href: string) =>
  failed({
    kind: 'unexpected-answer',
    words: `The broker's link to what is in '${name}' leads away from it: ${href.slice(
      0,
      200,
    )}`,
  });

const notAsked = (chosen: readonly ReadEnvironment[]) =>
  chosen
    .filter(({ deployed }) => deployed === undefined)
    .map(
      ({ name }) =>
        `The broker has no link to what is deployed to '${name}': that is unknown`,
    );

/** A name that is configured and not there is misspelt, or gone. */
const notThere = (
  items: readonly ReadEnvironment[],
  { environments = [] }: MirrorChoice,
) =>
  environments
    .filter(name => !items.some(item => item.name === name))
    .map(
      name => `The broker has no environment '${name}', which is configured`,
    );
