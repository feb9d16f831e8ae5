import { makeStyles } from '@material-ui/core/styles';
import type { ServicesPage } from '../../api';
import { EvidencePopover } from '../../ui/evidence/EvidencePopover';
import { count } from '../../ui/figures';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { quiet } from '../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  summary: {
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: 8,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  unit: { color: quiet(theme), fontSize: 13 },
}));

/** "214 of 10,000": how many are left, of how many there are. */
export const FleetSummary = ({ first }: { first?: ServicesPage }) => {
  const classes = useStyles();
  if (!first) {
    return <SkeletonBlock width={150} />;
  }
  return (
    <span className={classes.summary}>
      <span role="status">
        <strong>{count(first.total)}</strong>
        <span className={classes.unit}> of {count(first.of)} services</span>
      </span>
      {first.evidence && (
        <span className={classes.unit}>
          <EvidencePopover evidence={first.evidence} of="the fleet" />
        </span>
      )}
    </span>
  );
};
