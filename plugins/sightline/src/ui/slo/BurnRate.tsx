import { makeStyles } from '@material-ui/core/styles';
import { BurnPair } from '@sightline/backstage-plugin-sightline-common';
import { duration } from '../figures';
import { quiet } from '../state/quiet';
import { StateShape } from '../state/StateShape';
import { useStateColours } from '../state/useStateColours';
import {
  burnFigure,
  pairBurn,
  rateOf,
  tellingPair,
  thresholdFigure,
} from './burn';
import { stateWords } from './objectiveWords';

const useStyles = makeStyles(theme => ({
  burn: {
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: 4,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  fires: { fontWeight: 600 },
  // In a line the state stands beside it, with its shape.
  shape: { display: 'inline-flex', '[data-in-line] &': { display: 'none' } },
  window: { color: quiet(theme), fontSize: '0.86em', fontWeight: 400 },
}));

/** "15× over 1 h and 18× over 5 min; both above 14.4× is a page" */
const meaningOf = ({ long, short, threshold, severity }: BurnPair) =>
  `${[long, short]
    .map(({ window, burn }) => {
      const rate = rateOf(burn);
      const told = rate === undefined ? 'unknown' : burnFigure(rate);
      return `${told} over ${duration(window)}`;
    })
    .join(' and ')}; both above ${thresholdFigure(threshold)} is a ${severity}`;

/** How fast the budget burns: in the pair of windows that says most, and which that is. */
export const BurnRate = ({ burns }: { burns: readonly BurnPair[] }) => {
  const classes = useStyles();
  const colours = useStateColours();
  const pair = tellingPair(burns);
  if (!pair) {
    return <span title="How fast it burns is unknown">–</span>;
  }
  const kind = pair.firing ? stateWords[pair.severity].kind : undefined;
  return (
    <span
      className={`${classes.burn} ${kind ? classes.fires : ''}`}
      style={kind && { color: colours[kind] }}
      title={meaningOf(pair)}
    >
      {kind && (
        <span className={classes.shape}>
          <StateShape kind={kind} size={9} />
        </span>
      )}
      {burnFigure(pairBurn(pair) ?? 0)}
      <span className={classes.window}>{duration(pair.long.window)}</span>
    </span>
  );
};
