import { makeStyles } from '@material-ui/core/styles';
import { ObjectiveStatus } from '@sightline/backstage-plugin-sightline-common';
import { Link } from 'react-router-dom';
import { BudgetBar } from '../../../ui/BudgetBar';
import { ObjectiveBadge } from '../../../ui/slo/ObjectiveBadge';
import { indicatorTitle, windowTitle } from '../../../ui/slo/objectiveWords';
import { targetPercent } from '../../../ui/slo/objectivePercent';
import { quiet } from '../../../ui/state/quiet';

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

type ObjectiveListProps = {
  objectives: ObjectiveStatus[];
  chosen: ObjectiveStatus;
  hrefOf: (objective: string) => string;
};

/** All objectives of the service, worst first; one of them is looked at. */
export const ObjectiveList = ({
  objectives,
  chosen,
  hrefOf,
}: ObjectiveListProps) => {
  const classes = useStyles();
  return (
    <nav aria-label="Objectives of this service">
      <ul className={classes.list}>
        {objectives.map(status => (
          <Item
            key={status.objective.id}
            status={status}
            href={hrefOf(status.objective.name)}
            current={status === chosen}
          />
        ))}
      </ul>
    </nav>
  );
};

type ItemProps = { status: ObjectiveStatus; href: string; current: boolean };

const Item = ({ status, href, current }: ItemProps) => {
  const classes = useStyles();
  const { objective, budget } = status;
  return (
    <li className={`${classes.item} ${current ? classes.chosen : ''}`}>
      <Link
        className={classes.link}
        to={href}
        aria-current={current || undefined}
        preventScrollReset
      >
        {objective.title}
      </Link>
      <div className={`${classes.line} ${classes.quiet}`}>
        <span>{indicatorTitle(objective.indicator)}</span>
        <span>
          {targetPercent(objective.target)} · {windowTitle(objective.window)}
        </span>
      </div>
      <div className={classes.line}>
        <ObjectiveBadge of={status} />
        {budget && <BudgetBar left={budget.remaining} stale={status.stale} />}
      </div>
    </li>
  );
};
