import type { DeployQuestion } from '../../../api';
import { PanelFrame } from '../../../ui/panels/PanelFrame';
import { questionOf } from '../deploy/deployQuestion';
import { VerdictBody } from '../deploy/VerdictBody';
import { useVerdict } from '../deploy/useVerdict';
import { ContractsPageProps } from '../useContracts';
import { PairPanel } from './PairPanel';

/** What is looked at more closely: an answer, or a pair; nothing where neither is chosen. */
export const LookPanel = (props: ContractsPageProps) => {
  const question = questionOf(props.draft);
  if (question) {
    return <VerdictPanel question={question} onClose={props.onClose} />;
  }
  return props.query.look ? (
    <PairPanel {...props} look={props.query.look} />
  ) : null;
};

type VerdictPanelProps = { question: DeployQuestion; onClose: () => void };

const VerdictPanel = ({ question, onClose }: VerdictPanelProps) => {
  const { pacticipant, version, environment } = question;
  return (
    <PanelFrame
      title={`May ${pacticipant} ${version} go to ${environment}?`}
      onClose={onClose}
    >
      <VerdictBody asked={useVerdict(question)} />
    </PanelFrame>
  );
};
