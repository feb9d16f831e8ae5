import { makeStyles } from '@material-ui/core/styles';
import { Workload } from '@sightline/backstage-plugin-sightline-common';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { Card } from '../../../ui/panels/Card';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';
import { RolloutBadge } from '../../../ui/workloads/RolloutBadge';
import { figuresOf, useIsStale } from '../WorkloadFigures';
import { placeOf, titleOf } from '../workloadWords';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    fontSize: 14,
  },
  quiet: { color: quiet(theme) },
  words: {
    margin: theme.spacing(1, 0),
    maxWidth: 860,
    fontSize: 18,
    lineHeight: '25px',
    overflowWrap: 'anywhere',
  },
  notes: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    maxWidth: 860,
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
    gap: theme.spacing(1.5, 2),
    margin: theme.spacing(1.5, 0, 0),
    fontVariantNumeric: 'tabular-nums',
    '& dt': { fontSize: 12, color: quiet(theme) },
    '& dd': { margin: 0, minHeight: 24, fontSize: 15, fontWeight: 600 },
  },
}));

/** How the workload stands, in a sentence and in figures. */
export const Headline = ({ workload }: { workload: Workload }) => {
  const classes = useStyles();
  const stale = useIsStale(workload);
  const { key, rollout, evidence } = workload;
  const title = titleOf(key);
  return (
    <Card
      title={title}
      aside={<EvidencePopover evidence={evidence} of={title} />}
    >
      <div className={classes.line}>
        <RolloutBadge state={rollout.state} stale={stale} />
        <span className={classes.quiet}>{placeOf(key)}</span>
        {rollout.since && (
          <span className={classes.quiet}>
            since <Age at={rollout.since} short />
          </span>
        )}
      </div>
      <p className={classes.words}>{rollout.words}</p>
      <Notes workload={workload} stale={stale} />
      <dl className={classes.figures} aria-label="How it stands">
        {figuresOf(workload).map(([name, shown]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
};

type NotesProps = { workload: Workload; stale: boolean };

/** What is to be known besides: age, room to grow, how it gets there. */
const Notes = ({ workload, stale }: NotesProps) => {
  const classes = useStyles();
  const { autoscaler, delivery } = workload;
  return (
    <div className={classes.notes}>
      {stale && (
        <span>
          <StateBadge kind="warn" word="Stale" /> It is older than it may be:
          this is the last that the cluster told.
        </span>
      )}
      {autoscaler?.atMaximum && (
        <span>
          <StateBadge kind="warn" word="Cannot grow" /> {autoscaler.words}
          {autoscaler.since && (
            <span className={classes.quiet}>
              {' '}
              · since <Age at={autoscaler.since} short />
            </span>
          )}
        </span>
      )}
      {delivery && (
        <span>
          {delivery.tool} <strong>{delivery.name}</strong> is{' '}
          <strong>{delivery.state}</strong>
          {delivery.words && `: ${delivery.words}`}
        </span>
      )}
    </div>
  );
};
