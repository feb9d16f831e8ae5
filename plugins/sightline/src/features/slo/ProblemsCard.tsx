import { makeStyles } from '@material-ui/core/styles';
import { ObjectiveProblem } from '@sightline/backstage-plugin-sightline-common';
import { plural } from '../../ui/figures';
import { Card } from '../../ui/panels/Card';
import { StateBadge } from '../../ui/state/StateBadge';
import { quiet } from '../../ui/state/quiet';
import { Age } from '../../ui/time/Age';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  place: { fontFamily: 'monospace', fontSize: 13 },
  quiet: { color: quiet(theme), fontSize: 13 },
}));

/** "slo.yaml, line 12, spec.objectives[0].target" */
const placeOf = ({ where, line, path }: ObjectiveProblem) =>
  [where, line !== undefined && `line ${line}`, path]
    .filter(Boolean)
    .join(', ');

const Item = ({ problem }: { problem: ObjectiveProblem }) => {
  const classes = useStyles();
  return (
    <li>
      <div className={classes.place}>{placeOf(problem)}</div>
      <div>{problem.words}</div>
      <div className={classes.quiet}>
        {problem.earlierInForce
          ? 'The version before it stays in force.'
          : 'Nothing of it is in force.'}{' '}
        Seen <Age at={problem.since} />.
      </div>
    </li>
  );
};

/** Documents that mean this service and cannot be read; nothing where there are none. */
export const ProblemsCard = ({
  problems,
}: {
  problems: ObjectiveProblem[];
}) => {
  const classes = useStyles();
  if (problems.length === 0) {
    return null;
  }
  return (
    <Card
      title="Documents that cannot be read"
      aside={
        <StateBadge kind="warn" word={plural(problems.length, 'problem')} />
      }
    >
      <ul className={classes.list}>
        {problems.map(problem => (
          <Item
            key={`${placeOf(problem)} ${problem.words}`}
            problem={problem}
          />
        ))}
      </ul>
    </Card>
  );
};
