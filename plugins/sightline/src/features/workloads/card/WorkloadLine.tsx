import { makeStyles } from '@material-ui/core/styles';
import {
  TroubledPods,
  Workload,
} from '@sightline/backstage-plugin-sightline-common';
import { Link } from 'react-router-dom';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { count } from '../../../ui/figures';
import { StateShape } from '../../../ui/state/StateShape';
import { quiet } from '../../../ui/state/quiet';
import { useStateColours } from '../../../ui/state/useStateColours';
import { Age } from '../../../ui/time/Age';
import { RolloutBadge } from '../../../ui/workloads/RolloutBadge';
import { figuresOf, useIsStale } from '../WorkloadFigures';
import { placeOf, titleOf } from '../workloadWords';

const useStyles = makeStyles(theme => ({
  item: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.25, 1.5),
  },
  title: {
    color: 'inherit',
    fontWeight: 600,
    textDecoration: 'none',
    borderRadius: 2,
    lineHeight: '24px',
    '&[href]:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  place: { marginLeft: 'auto', color: quiet(theme), fontSize: 13 },
  words: { margin: theme.spacing(0.25, 0) },
  quiet: { color: quiet(theme), fontSize: 13 },
  trouble: {
    display: 'flex',
    alignItems: 'baseline',
    gap: 6,
    margin: theme.spacing(0.25, 0),
  },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2.5),
    minHeight: 24,
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
    '& > div': { display: 'flex', alignItems: 'baseline', gap: 6 },
    '& dt': { color: quiet(theme), fontSize: 12 },
    '& dd': { margin: 0 },
  },
}));

/** More of them are counted here, and told on the tab. */
const MOST_TROUBLES = 2;

type WorkloadLineProps = { workload: Workload; href?: string };

/** One workload of one cluster: state, sentence, what ails its pods, figures, age. */
export const WorkloadLine = ({ workload, href }: WorkloadLineProps) => {
  const classes = useStyles();
  const stale = useIsStale(workload);
  const { key, rollout, evidence } = workload;
  const title = titleOf(key);
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <RolloutBadge state={rollout.state} stale={stale} />
        {href ? (
          <Link className={classes.title} to={href}>
            {title}
          </Link>
        ) : (
          <span className={classes.title}>{title}</span>
        )}
        <span className={classes.place}>{placeOf(key)}</span>
      </div>
      <p className={classes.words}>
        {rollout.words}
        {rollout.since && (
          <span className={classes.quiet}>
            {' '}
            · since <Age at={rollout.since} short />
          </span>
        )}
      </p>
      <Troubles of={workload.troubles} />
      <dl className={classes.figures}>
        {[
          ...figuresOf(workload),
          [
            'seen',
            <EvidencePopover key="seen" evidence={evidence} of={title} />,
          ] as const,
        ].map(([name, shown]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
};

const Troubles = ({ of }: { of: TroubledPods[] }) => {
  const classes = useStyles();
  const { bad } = useStateColours();
  const more = of.length - MOST_TROUBLES;
  return (
    <>
      {of.slice(0, MOST_TROUBLES).map(({ trouble, words, container }) => (
        <div
          key={`${trouble} ${container} ${words}`}
          className={classes.trouble}
        >
          <span style={{ color: bad }}>
            <StateShape kind="bad" size={9} />
          </span>
          <span>{words}</span>
        </div>
      ))}
      {more > 0 && (
        <div className={classes.quiet}>
          and {count(more)} more {more === 1 ? 'trouble' : 'troubles'} of its
          pods
        </div>
      )}
    </>
  );
};
