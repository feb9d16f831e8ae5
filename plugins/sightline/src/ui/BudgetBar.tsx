import { makeStyles } from '@material-ui/core/styles';
import { Ratio, Unknown } from '@sightline/backstage-plugin-sightline-common';
import { UnknownNote } from './evidence/UnknownNote';
import { leftFigure, leftPercent } from './slo/objectivePercent';
import { StateKind } from './state/palette';
import { StateShape } from './state/StateShape';
import { useStateColours } from './state/useStateColours';
import { quiet } from './state/quiet';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    // Beside other figures in a line there is less room.
    '[data-in-line] &': { gap: 6 },
  },
  track: {
    position: 'relative',
    width: 64,
    '[data-in-line] &': { width: 36 },
    height: 8,
    borderRadius: 2,
    overflow: 'hidden',
    boxShadow: `inset 0 0 0 1px ${quiet(theme)}`,
  },
  fill: { position: 'absolute', top: 0, bottom: 0, left: 0 },
  text: {
    // As wide as "−100 %", so that shapes stand below each other.
    minWidth: 50,
    textAlign: 'right',
    '[data-in-line] &': { minWidth: 0 },
  },
}));

/** Below a quarter somebody should look; at nothing the promise is broken. */
const kindOf = (left: Ratio): StateKind => {
  if (left <= 0) {
    return 'bad';
  }
  return left < 0.25 ? 'warn' : 'ok';
};

/** Overspent is hatched over the whole track, so that it differs from full without colour. */
const fillOf = (left: Ratio, colour: string) =>
  left < 0
    ? {
        width: '100%',
        background: `repeating-linear-gradient(135deg, ${colour} 0 3px, transparent 3px 6px)`,
      }
    : { width: `${Math.min(1, left) * 100}%`, background: colour };

type BudgetBarProps = {
  left: Ratio | Unknown;
  /** older than it may be: green is for what is known now */
  stale?: boolean;
  /** something beside it says already that all is not well */
  plain?: boolean;
  tabIndex?: number;
};

/** What is left of an error budget: 1 all of it, 0 none, below 0 overspent. */
export const BudgetBar = ({ left, stale, plain, tabIndex }: BudgetBarProps) => {
  const classes = useStyles();
  const colours = useStateColours();
  if (typeof left !== 'number') {
    return <UnknownNote unknown={left} of="Error budget" tabIndex={tabIndex} />;
  }
  const kind = stale && kindOf(left) === 'ok' ? 'idle' : kindOf(left);
  const known =
    left < 0
      ? `error budget overspent by ${leftPercent(-left)}`
      : `${leftPercent(left)} of the error budget left`;
  const words = stale ? `${known} when it was last known` : known;
  return (
    <span className={classes.root} role="img" aria-label={words} title={words}>
      <span className={classes.track}>
        <span className={classes.fill} style={fillOf(left, colours[kind])} />
      </span>
      <span className={classes.text}>{leftFigure(left)}</span>
      {kind !== 'ok' && !plain && (
        <span style={{ color: colours[kind] }}>
          <StateShape kind={kind} />
        </span>
      )}
    </span>
  );
};
