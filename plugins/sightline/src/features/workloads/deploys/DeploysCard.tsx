import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../../../ui/Button';
import { plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { quiet } from '../../../ui/state/quiet';
import { DeployLine } from './DeployLine';
import { Deploys } from './useDeploys';

const LINE = 52;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  foot: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 30,
    paddingTop: theme.spacing(1),
    fontSize: 13,
    color: quiet(theme),
  },
}));

/** What was deployed, newest first; a way back is marked as one. */
export const DeploysCard = ({ deploys }: { deploys: Deploys }) => {
  const { state, rows, busy, problem, since, retry } = deploys;
  return (
    <Card title="Deploys" busy={busy}>
      {state === 'failed' && problem && (
        <ProblemPanel problem={problem} what="its deploys" onRetry={retry} />
      )}
      {state !== 'failed' && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      {state === 'loading' && <Loading />}
      {state !== 'loading' && state !== 'failed' && rows.length === 0 && (
        <p style={{ margin: 0 }}>
          None was seen yet. A changed pod template is a deploy, and a way back
          is one, too; restarts and scaling are not.
        </p>
      )}
      <Seen deploys={deploys} />
    </Card>
  );
};

const Seen = ({ deploys }: { deploys: Deploys }) => {
  const classes = useStyles();
  const { rows, busy, more } = deploys;
  if (rows.length === 0) {
    return null;
  }
  return (
    <>
      <ol className={classes.list} aria-label="Deploys, newest first">
        {rows.map(deploy => (
          <DeployLine key={deploy.id} deploy={deploy} />
        ))}
      </ol>
      <div className={classes.foot}>
        {more ? (
          <Button variant="outlined" onClick={more} disabled={busy}>
            Older deploys
          </Button>
        ) : (
          `${plural(rows.length, 'deploy')}; they are kept for 13 months.`
        )}
      </div>
    </>
  );
};

const Loading = () => (
  <div role="status" aria-busy="true" aria-label="Deploys are loading">
    {Array.from({ length: 5 }, (_, row) => (
      <div key={row} style={{ height: LINE, paddingTop: 10 }}>
        <SkeletonBlock width={`${60 - row * 5}%`} height={14} />
      </div>
    ))}
  </div>
);
