import { makeStyles } from '@material-ui/core/styles';
import {
  BurnPair,
  BurnReading,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import { UnknownNote } from '../evidence/UnknownNote';
import { duration, percent } from '../figures';
import { quiet } from '../state/quiet';
import { StateBadge } from '../state/StateBadge';
import { burnFigure, thresholdFigure } from './burn';
import { stateWords } from './objectiveWords';

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: 13,
    fontVariantNumeric: 'tabular-nums',
    '& th': {
      padding: '3px 0 3px 10px',
      fontSize: 12,
      fontWeight: 400,
      textAlign: 'right',
      color: quiet(theme),
    },
    '& td': { padding: '3px 0 3px 10px', textAlign: 'right' },
    '& th:first-child, & td:first-child': { paddingLeft: 0, textAlign: 'left' },
  },
  window: { color: quiet(theme), fontSize: '0.86em' },
}));

const Reading = ({ window, burn }: { window: Millis; burn: BurnReading }) => {
  const classes = useStyles();
  return (
    <>
      {'rate' in burn ? (
        burnFigure(burn.rate)
      ) : (
        <UnknownNote
          unknown={burn.unknown}
          of={`Burn over ${duration(window)}`}
        />
      )}
      <span className={classes.window}> {duration(window)}</span>
    </>
  );
};

/** Every pair of windows: how fast both burn, and from when on somebody is told. */
export const BurnWindows = ({ burns }: { burns: readonly BurnPair[] }) => (
  <table className={useStyles().table} aria-label="Burn rate by window">
    <thead>
      <tr>
        <th scope="col">Tells by</th>
        <th scope="col">Long</th>
        <th scope="col">Short</th>
        <th scope="col">Above</th>
        <th scope="col">Fires</th>
      </tr>
    </thead>
    <tbody>
      {burns.map(
        ({ severity, long, short, threshold, budgetShare, firing }) => (
          <tr key={`${severity} ${long.window}`}>
            <td>{severity}</td>
            <td>
              <Reading {...long} />
            </td>
            <td>
              <Reading {...short} />
            </td>
            <td
              title={`${percent(budgetShare)} of the budget in ${duration(
                long.window,
              )}`}
            >
              {thresholdFigure(threshold)}
            </td>
            <td>
              {firing ? (
                <StateBadge kind={stateWords[severity].kind} word="fires" />
              ) : (
                'no'
              )}
            </td>
          </tr>
        ),
      )}
    </tbody>
  </table>
);
