import { makeStyles } from '@material-ui/core/styles';
import { Tier } from '@sightline/backstage-plugin-sightline-common';
import { quiet } from './state/quiet';

/** How heavy the outline is tells how much depends on it; a tier is no state, so no colour. */
const weights: Record<Tier, number> = { T0: 700, T1: 600, T2: 400, T3: 400 };

const meanings: Record<Tier, string> = {
  T0: 'T0: wakes people at night',
  T1: 'T1: repaired the same day',
  T2: 'T2: repaired in working hours',
  T3: 'T3: can wait',
};

const useStyles = makeStyles(theme => ({
  tier: {
    display: 'inline-block',
    minWidth: 30,
    padding: '0 6px',
    lineHeight: '20px',
    fontSize: 12,
    textAlign: 'center',
    borderRadius: 3,
    border: `1px solid ${quiet(theme)}`,
  },
  heaviest: {
    color: theme.palette.background.paper,
    background: theme.palette.text.primary,
    borderColor: theme.palette.text.primary,
  },
  none: { color: quiet(theme) },
}));

export const TierBadge = ({ tier }: { tier?: Tier }) => {
  const classes = useStyles();
  if (!tier) {
    return (
      <span
        className={classes.none}
        title="Nobody has said how much depends on it"
      >
        not set
      </span>
    );
  }
  return (
    <span
      className={`${classes.tier} ${tier === 'T0' ? classes.heaviest : ''}`}
      style={{ fontWeight: weights[tier] }}
      title={meanings[tier]}
    >
      {tier}
    </span>
  );
};
