import { makeStyles } from '@material-ui/core/styles';
import { duration, finePercent } from '../../../ui/figures';
import { quiet } from '../../../ui/state/quiet';
import { Quantity } from '../../../ui/Quantity';
import { HopNode } from './journeyTree';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    width: '100%',
    minWidth: 0,
  },
  track: {
    position: 'relative',
    flex: 1,
    height: 18,
    // A line a quarter, to compare by.
    backgroundImage: `linear-gradient(to right, ${theme.palette.divider} 1px, transparent 1px)`,
    backgroundSize: '25% 100%',
    borderRight: `1px solid ${theme.palette.divider}`,
  },
  within: {
    position: 'absolute',
    top: 7,
    height: 4,
    opacity: 0.4,
    background: quiet(theme),
  },
  own: {
    position: 'absolute',
    top: 3,
    height: 12,
    borderRadius: 1,
    background: theme.palette.text.primary,
  },
  figure: { flex: 'none', width: 52, textAlign: 'right' },
  later: {
    flex: 1,
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    fontSize: 12,
    color: quiet(theme),
    whiteSpace: 'nowrap',
    '&::after': {
      content: '""',
      flex: 1,
      borderTop: `1px dashed ${quiet(theme)}`,
    },
  },
}));

const least = (part: number) => `max(${part * 100}%, 2px)`;

type CriticalBarProps = { node: HopNode };

/**
 * What the root waits for here: dark for the hop itself, pale for all below it,
 * laid end to end so that the whole width is the whole journey.
 */
export const CriticalBar = ({ node }: CriticalBarProps) => {
  const classes = useStyles();
  const { hop, later, offset, within } = node;
  if (later) {
    return (
      <div className={classes.bar}>
        <span className={classes.later}>
          {node.parent?.later ? 'later' : 'later, nobody waits'}
        </span>
      </div>
    );
  }
  const words = `${finePercent(hop.critical)} of the journey${
    node.below > 0 ? `, ${finePercent(within)} with all below` : ''
  }`;
  return (
    <div className={classes.bar} title={words}>
      <span className={classes.track} role="img" aria-label={words}>
        {within > hop.critical && (
          <span
            className={classes.within}
            style={{ left: `${offset * 100}%`, width: least(within) }}
          />
        )}
        {hop.critical > 0 && (
          <span
            className={classes.own}
            style={{ left: `${offset * 100}%`, width: least(hop.critical) }}
          />
        )}
      </span>
      <span className={classes.figure}>
        <Quantity of={duration(hop.budget)} title={words} />
      </span>
    </div>
  );
};
