import { makeStyles } from '@material-ui/core/styles';
import {
  PairLook,
  gapWords,
  pairStates,
  pairWords,
} from '../../../ui/contracts/contractWords';
import { ContractShape } from '../../../ui/contracts/ContractShape';
import { quiet } from '../../../ui/state/quiet';
import { useStateColours } from '../../../ui/state/useStateColours';
import { PairMark } from './PairMark';
import { useMatrixStyles } from './matrixStyles';

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    gap: theme.spacing(0, 2),
    [theme.breakpoints.down('xs')]: {
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
    },
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 12,
    color: quiet(theme),
    '& li': { display: 'inline-flex', alignItems: 'center', gap: 5 },
  },
}));

const looks: readonly PairLook[] = [...pairStates, 'none'];

/** What each shape of the matrix means. */
export const MatrixLegend = () => {
  const classes = useStyles();
  const matrix = useMatrixStyles();
  const colours = useStateColours();
  return (
    <ul className={classes.legend} aria-label="What the shapes mean">
      {looks.map(look => (
        <li key={look} title={pairWords[look].meaning}>
          <span
            style={{ color: colours[pairWords[look].kind], display: 'flex' }}
          >
            <ContractShape look={look} />
          </span>
          {pairWords[look].word}
        </li>
      ))}
      <li title={gapWords['contract-without-traffic'].meaning}>
        <PairMark
          pair={{ state: 'success', gap: 'contract-without-traffic' }}
          classes={matrix}
        />
        no calls seen
      </li>
    </ul>
  );
};
