import { makeStyles } from '@material-ui/core/styles';
import { useStateColours } from '../state/useStateColours';
import { ContractShape } from './ContractShape';
import { PairLook, pairWords } from './contractWords';

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    maxWidth: '100%',
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
});

type ContractBadgeProps = {
  look: PairLook;
  /** instead of the word of the look: a version, of which the look is the state */
  children?: string;
};

/** How a contract stands, as shape, word and colour; what the word means on hover. */
export const ContractBadge = ({ look, children }: ContractBadgeProps) => {
  const classes = useStyles();
  const colours = useStateColours();
  const { word, kind, meaning } = pairWords[look];
  return (
    <span
      className={classes.badge}
      style={{ color: colours[kind] }}
      title={children === undefined ? meaning : `${word}. ${meaning}`}
    >
      <ContractShape look={look} />
      <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {children ?? word}
      </span>
    </span>
  );
};
