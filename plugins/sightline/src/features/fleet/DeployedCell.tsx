import { makeStyles } from '@material-ui/core/styles';
import { LastDeploy } from '@sightline/backstage-plugin-sightline-common';
import { quiet } from '../../ui/state/quiet';
import { Age } from '../../ui/time/Age';

const useStyles = makeStyles(theme => ({
  cell: { fontVariantNumeric: 'tabular-nums' },
  version: { marginLeft: 8, color: quiet(theme), fontSize: 12 },
}));

/** How long ago it was deployed last, and as what. */
export const DeployedCell = ({ deploy }: { deploy?: LastDeploy }) => {
  const classes = useStyles();
  if (!deploy) {
    return <span title="No deploy of it was seen">–</span>;
  }
  const { at, version, kind } = deploy;
  return (
    <span className={classes.cell}>
      <Age at={at} short />
      <span className={classes.version} title={version}>
        {kind === 'rollback' ? `back to ${version ?? 'before'}` : version}
      </span>
    </span>
  );
};
