import { makeStyles } from '@material-ui/core/styles';
import { Deploy } from '@sightline/backstage-plugin-sightline-common';
import { duration } from '../../../ui/figures';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';
import { titleOf } from '../workloadWords';
import { tookOf, versionsOf } from './deployWords';

const useStyles = makeStyles(theme => ({
  item: {
    minHeight: 51,
    boxSizing: 'border-box',
    padding: theme.spacing(0.75, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    fontSize: 14,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
  },
  versions: { fontWeight: 600 },
  when: { marginLeft: 'auto' },
  quiet: { color: quiet(theme), fontSize: 13 },
}));

/** One deploy: of what to what, where, when, and how long it took. */
export const DeployLine = ({ deploy }: { deploy: Deploy }) => {
  const classes = useStyles();
  const { kind, at, words, workload } = deploy;
  const took = tookOf(deploy);
  return (
    <li className={classes.item} title={deploy.images.join('\n')}>
      <div className={classes.line}>
        <span className={classes.versions}>{versionsOf(deploy)}</span>
        {kind === 'rollback' && (
          <StateBadge
            kind="warn"
            word="rollback"
            title="A template that ran before came back"
          />
        )}
        <span className={classes.when}>
          <Age at={at} />
        </span>
      </div>
      <div className={`${classes.line} ${classes.quiet}`}>
        <span>
          {titleOf(workload)} · {words}
        </span>
        <span className={classes.when}>
          {took === undefined ? (
            <span title="It goes on, or was never complete">not complete</span>
          ) : (
            `took ${duration(took)}`
          )}
        </span>
      </div>
    </li>
  );
};
