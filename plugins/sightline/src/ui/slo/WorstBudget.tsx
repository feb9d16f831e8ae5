import { makeStyles } from '@material-ui/core/styles';
import {
  isStale,
  SloSummary,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { BudgetBar } from '../BudgetBar';
import { StateBadge } from '../state/StateBadge';
import { useNow } from '../time/useNow';
import { burnFigure } from './burn';
import { stateWords } from './objectiveWords';

const useStyles = makeStyles({
  budget: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 8px',
  },
  // However narrow: what does not fit is cut, and whole on hover.
  oneLine: {
    flexWrap: 'nowrap',
    maxWidth: '100%',
    '& > *': { flex: 'none' },
    '& > * + *': { flex: '0 1 auto', minWidth: 0 },
  },
});

/** Only what somebody is told about; a slow burn is what a budget is for. */
const isBurning = ({ state }: SloSummary) =>
  state === 'page' || state === 'ticket';

const Burning = ({ slo: { state, burn, words } }: { slo: SloSummary }) => {
  const { word, kind } = stateWords[state];
  return (
    <StateBadge
      kind={kind}
      word={burn === undefined ? word : `${word} ${burnFigure(burn)}`}
      title={words}
    />
  );
};

type WorstBudgetProps = {
  slo: SloSummary;
  /** in a row of a list, which is one line high */
  oneLine?: boolean;
  tabIndex?: number;
};

/** How a service keeps its promises: the budget of the worst one, and whether it burns. */
export const WorstBudget = ({ slo, oneLine, tabIndex }: WorstBudgetProps) => {
  const classes = useStyles();
  const now = useNow();
  const { state, remaining, evidence } = slo;
  const left =
    state === 'unknown' || remaining === undefined
      ? slo.unknown ?? unknown('no-data', slo.words)
      : remaining;
  return (
    <span
      className={`${classes.budget} ${oneLine ? classes.oneLine : ''}`}
      title={`${slo.objective}: ${slo.words}`}
    >
      <BudgetBar
        left={left}
        stale={evidence && isStale(evidence, now)}
        plain={isBurning(slo)}
        tabIndex={tabIndex}
      />
      {isBurning(slo) && <Burning slo={slo} />}
    </span>
  );
};
