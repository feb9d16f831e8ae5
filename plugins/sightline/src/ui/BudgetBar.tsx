import { makeStyles } from '@material-ui/core/styles';
import { Ratio, Unknown } from '@sightline/backstage-plugin-sightline-common';
import { UnknownNote } from './evidence/UnknownNote';
import { percent } from './figures';
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
  },
  track: {
    position: 'relative',
    width: 64,
    height: 8,
    borderRadius: 2,
    overflow: 'hidden',
    boxShadow: `inset 0 0 0 1px ${quiet(theme)}`,
  },
  fill: { position: 'absolute', top: 0, bottom: 0, left: 0 },
  text: { minWidth: 44, textAlign: 'right' },
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

type BudgetBarProps = { left: Ratio | Unknown };

/** What is left of an error budget: 1 all of it, 0 none, below 0 overspent. */
export const BudgetBar = ({ left }: BudgetBarProps) => {
  const classes = useStyles();
  const colours = useStateColours();
  if (typeof left !== 'number') {
    return <UnknownNote unknown={left} of="Error budget" />;
  }
  const kind = kindOf(left);
  const words =
    left < 0
      ? `error budget overspent by ${percent(-left)}`
      : `${percent(left)} of the error budget left`;
  return (
    <span className={classes.root} role="img" aria-label={words} title={words}>
      <span className={classes.track}>
        <span className={classes.fill} style={fillOf(left, colours[kind])} />
      </span>
      <span className={classes.text}>{percent(left)}</span>
      {kind !== 'ok' && (
        <span style={{ color: colours[kind] }}>
          <StateShape kind={kind} />
        </span>
      )}
    </span>
  );
};
