import {
  Pacticipant,
  ServiceContracts,
} from '@sightline/backstage-plugin-sightline-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { DeployQuestion } from '../../../api';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/panels/Card';
import { DeployForm } from '../deploy/DeployForm';
import { VerdictBody } from '../deploy/VerdictBody';
import {
  DeployDraft,
  parseDraft,
  questionOf,
  withDraft,
} from '../deploy/deployQuestion';
import { useVerdict } from '../deploy/useVerdict';
import { partyId } from '../pairKey';

/** The names the service has on brokers: in its pacts, or else where it is deployed. */
const namesOf = (of: ServiceContracts): Pacticipant[] => {
  const inPacts = [
    ...of.providers.map(({ consumer }) => consumer),
    ...of.consumers.map(({ provider }) => provider),
  ];
  const deployed = of.deployed.flatMap(({ pacticipant: name, environment }) =>
    of.environments
      .filter(one => one.name === environment)
      .map(({ broker }) => ({ broker, name })),
  );
  const all = inPacts.length > 0 ? inPacts : deployed;
  return [...new Map(all.map(party => [partyId(party), party])).values()];
};

/** A link may ask about somebody else: that is no question of this page. */
const ownDraft = (draft: DeployDraft, names: Pacticipant[]): DeployDraft =>
  draft.pacticipant === undefined ||
  names.some(({ name }) => name === draft.pacticipant)
    ? draft
    : {};

/** The question and its answer, on the page of the service; both are in the URL. */
export const DeployCard = ({ of }: { of: ServiceContracts }) => {
  const [params, setParams] = useSearchParams();
  const names = useMemo(() => namesOf(of), [of]);
  const draft = useMemo(
    () => ownDraft(parseDraft(params), names),
    [params, names],
  );
  const ask = (question?: DeployDraft) =>
    setParams(was => withDraft(was, question), {
      replace: true,
      preventScrollReset: true,
    });
  const question = questionOf(draft);
  return (
    <Card
      title="May I deploy?"
      aside={
        question && (
          <Button onClick={() => ask()} aria-label="Close the answer">
            ✕
          </Button>
        )
      }
    >
      <DeployForm
        draft={draft}
        environments={of.environments}
        names={names}
        onAsk={ask}
      />
      {question && <Answer question={question} />}
    </Card>
  );
};

const Answer = ({ question }: { question: DeployQuestion }) => (
  <VerdictBody asked={useVerdict(question)} />
);
