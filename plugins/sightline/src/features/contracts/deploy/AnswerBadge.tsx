import { makeStyles } from '@material-ui/core/styles';
import { ContractVerdict } from '@sightline/backstage-plugin-sightline-common';
import { ContractShape } from '../../../ui/contracts/ContractShape';
import { PairState, answerWords } from '../../../ui/contracts/contractWords';
import { useStateColours } from '../../../ui/state/useStateColours';

type Answer = ContractVerdict['answer'];

const looks: Record<Answer, PairState> = {
  yes: 'success',
  no: 'failed',
  unknown: 'unknown',
};

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    fontWeight: 600,
  },
});

type AnswerBadgeProps = { answer: Answer; size?: number };

/** Yes, no or unknown, as shape, word and colour. */
export const AnswerBadge = ({ answer, size = 14 }: AnswerBadgeProps) => {
  const colours = useStateColours();
  const { word, kind, meaning } = answerWords[answer];
  return (
    <span
      className={useStyles().badge}
      style={{ color: colours[kind], fontSize: size }}
      title={meaning}
    >
      <ContractShape look={looks[answer]} size={Math.round(size * 0.8)} />
      {word}
    </span>
  );
};
