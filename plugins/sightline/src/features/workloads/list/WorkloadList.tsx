import { makeStyles } from '@material-ui/core/styles';
import { Workload } from '@sightline/backstage-plugin-sightline-common';
import { Link } from 'react-router-dom';
import { quiet } from '../../../ui/state/quiet';
import { RolloutBadge } from '../../../ui/workloads/RolloutBadge';
import { Pods, useIsStale } from '../WorkloadFigures';
import { idOf, placeOf, titleOf } from '../workloadWords';

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    overflow: 'hidden',
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  item: {
    position: 'relative',
    padding: theme.spacing(1.25, 1.5, 1.25, 1.75),
    borderLeft: '4px solid transparent',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    '&:hover': { background: theme.palette.action.hover },
  },
  chosen: {
    borderLeftColor: theme.palette.text.primary,
    background: theme.palette.background.default,
  },
  // It reaches over the whole item, in which nothing else can be pressed.
  link: {
    color: 'inherit',
    textDecoration: 'none',
    fontWeight: 600,
    '&::after': { content: '""', position: 'absolute', inset: 0 },
    '&:focus-visible': { outline: 0 },
    '&:focus-visible::after': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 1.5),
    minHeight: 22,
  },
  quiet: { color: quiet(theme), fontSize: 13 },
}));

type WorkloadListProps = {
  workloads: Workload[];
  chosen: Workload;
  hrefOf: (id: string) => string;
};

/** All that runs for the service, worst first; one of them is looked at. */
export const WorkloadList = ({
  workloads,
  chosen,
  hrefOf,
}: WorkloadListProps) => {
  const classes = useStyles();
  return (
    <nav aria-label="Workloads of this service">
      <ul className={classes.list}>
        {workloads.map(workload => (
          <Item
            key={idOf(workload.key)}
            workload={workload}
            href={hrefOf(idOf(workload.key))}
            current={workload === chosen}
          />
        ))}
      </ul>
    </nav>
  );
};

type ItemProps = { workload: Workload; href: string; current: boolean };

const Item = ({ workload, href, current }: ItemProps) => {
  const classes = useStyles();
  const stale = useIsStale(workload);
  const { key, rollout, version } = workload;
  return (
    <li className={`${classes.item} ${current ? classes.chosen : ''}`}>
      <Link
        className={classes.link}
        to={href}
        aria-current={current || undefined}
        preventScrollReset
      >
        {titleOf(key)}
      </Link>
      <div className={`${classes.line} ${classes.quiet}`}>
        <span>{placeOf(key)}</span>
        <span>{version}</span>
      </div>
      <div className={classes.line}>
        <RolloutBadge state={rollout.state} stale={stale} />
        <Pods of={workload} />
      </div>
    </li>
  );
};
