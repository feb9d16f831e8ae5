import { OutsideName } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  ContractsReport,
  ok,
  Outcome,
  PullSource,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { BrokerClient } from '../client/createBrokerClient';
import { MirrorChoice, toReport } from './engine/toReport';
import { mirrorBroker } from './mirrorBroker';

export type PactSourceOptions = {
  /** `pact:<id>` */
  id: string;
  title: string;
  client: BrokerClient;
  choice: MirrorChoice;
};

/** One broker as a source: everything it knows, every few minutes. */
export const createPactSource = ({
  id,
  title,
  client,
  choice,
}: PactSourceOptions): PullSource => {
  const pull = async (context: AskContext): Promise<Outcome<SourceReport>> => {
    const mirrored = await mirrorBroker({ client, choice, context });
    if (mirrored.outcome !== 'ok') return mirrored;
    const contracts = toReport(id, mirrored.value, choice);
    return ok({ contracts, names: namesOf(contracts) }, mirrored.notes);
  };

  return {
    kind: 'pull',
    ...{ id, title },
    wantsServices: false,
    defaults: {
      every: { minutes: 5 },
      timeout: { minutes: 2 },
      freshFor: { minutes: 20 },
      concurrency: 1,
    },
    pull: (_services, context) => pull(context),
  };
};

const namesOf = ({ pacticipants }: ContractsReport): OutsideName[] =>
  pacticipants.map(({ name, repository }) => ({
    kind: 'pact',
    name,
    namespace: '',
    ...(repository !== undefined && { labels: { repository } }),
  }));
