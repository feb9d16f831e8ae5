import { makeStyles } from '@material-ui/core/styles';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';
import type { DeployMarks } from './useDeployMarks';

const useStyles = makeStyles(theme => ({
  note: { margin: theme.spacing(1, 0, 0), fontSize: 13, color: quiet(theme) },
}));

/** A time line without deploys is no proof that there were none. */
export const DeploysNote = ({ of: { problem, cut } }: { of: DeployMarks }) => {
  const classes = useStyles();
  if (problem) {
    return (
      <p className={classes.note} role="status">
        <StateBadge kind="idle" word="Deploys are not shown" />{' '}
        {problem.message}
      </p>
    );
  }
  return cut ? (
    <p className={classes.note}>
      Only the newest deploys of this window are marked; all are on the
      Workloads tab.
    </p>
  ) : null;
};
