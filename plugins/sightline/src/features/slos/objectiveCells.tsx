import { makeStyles } from '@material-ui/core/styles';
import { ObjectiveRow } from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from '../../ui/EntityLink';
import { duration } from '../../ui/figures';
import { attainedPercent, targetPercent } from '../../ui/slo/objectivePercent';
import { windowTitle } from '../../ui/slo/objectiveWords';
import { StateShape } from '../../ui/state/StateShape';
import { quiet } from '../../ui/state/quiet';
import { useStateColours } from '../../ui/state/useStateColours';

const useStyles = makeStyles(theme => ({
  name: { fontWeight: 600 },
  quiet: { color: quiet(theme), fontSize: '0.86em', fontWeight: 400 },
  // Where a row has two lines, its objective has no column of its own.
  inLead: {
    display: 'none',
    marginLeft: 8,
    fontSize: 13,
    fontWeight: 400,
    '[data-lead] &': { display: 'inline' },
  },
  // What does not fit beside the title wraps out of sight, whole.
  objective: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: 8,
    height: 20,
    lineHeight: '20px',
    overflow: 'hidden',
  },
  title: { maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis' },
}));

type RowCellProps = { row: ObjectiveRow; tabIndex?: number };

export const ServiceCell = ({ row, tabIndex }: RowCellProps) => {
  const classes = useStyles();
  const { service, objective } = row;
  return (
    <>
      <EntityLink entityRef={service.ref} tabIndex={tabIndex}>
        <span className={classes.name}>{service.name}</span>
      </EntityLink>
      <span className={classes.inLead}>{objective.title}</span>
    </>
  );
};

/** "30 d", or "9 d of 30 d" where what is kept does not reach back as far. */
const coveredWindow = ({ objective, budget }: ObjectiveRow): string => {
  const whole = windowTitle(objective.window);
  return budget?.coversOnly === undefined
    ? whole
    : `${duration(budget.coversOnly)} of ${whole}`;
};

/** What is promised: "Payments are answered  99.95 % · 30 d". */
export const ObjectiveCell = ({ row }: RowCellProps) => {
  const classes = useStyles();
  const { title, target, outdated } = row.objective;
  return (
    <span className={classes.objective} title={`${title}: ${row.words}`}>
      <span className={classes.title}>
        {outdated && <OldVersion problem={outdated.problem} />}
        {title}
      </span>
      <span className={classes.quiet}>
        {targetPercent(target)} · {coveredWindow(row)}
      </span>
    </span>
  );
};

/** An older version is in force than was written last. */
const OldVersion = ({ problem }: { problem: string }) => {
  const colours = useStateColours();
  const words = `An older version is in force; the newest cannot be read: ${problem}`;
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      style={{ color: colours.warn, marginRight: 5 }}
    >
      <StateShape kind="warn" size={10} />
    </span>
  );
};

/** What was attained, of what was promised. */
export const AttainedCell = ({ row: { objective, budget } }: RowCellProps) => {
  const classes = useStyles();
  return budget ? (
    <span>
      {attainedPercent(budget.attainment, objective.target)}
      <span className={classes.quiet}>
        {' '}
        of {targetPercent(objective.target)}
      </span>
    </span>
  ) : (
    <span title="Nothing was measured">–</span>
  );
};
