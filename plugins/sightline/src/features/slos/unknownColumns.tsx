import { makeStyles } from '@material-ui/core/styles';
import { ObjectiveRow } from '@sightline/backstage-plugin-sightline-common';
import { unknownWords } from '../../ui/evidence/unknownWords';
import { StateBadge } from '../../ui/state/StateBadge';
import { Age } from '../../ui/time/Age';
import {
  ObjectiveColumn,
  indicator,
  measured,
  objective,
  origin,
  owner,
  service,
} from './objectiveColumns';
import { reasonOf } from './reasonOf';

const useStyles = makeStyles({
  reason: { display: 'flex', alignItems: 'baseline', gap: 8, minWidth: 0 },
  detail: { overflow: 'hidden', textOverflow: 'ellipsis' },
});

/** Why nobody can tell, and what can be done about it. */
const ReasonCell = ({ row }: { row: ObjectiveRow }) => {
  const classes = useStyles();
  const { reason, detail } = reasonOf(row);
  const words = unknownWords[reason];
  const more = detail ?? words.todo;
  return (
    <span className={classes.reason} title={`${words.meaning} ${more}`}>
      <StateBadge kind="idle" word={words.short} />
      <span className={classes.detail}>{more}</span>
    </span>
  );
};

const why: ObjectiveColumn = {
  id: 'why',
  title: 'Why',
  width: 330,
  grow: 5,
  leaves: 1,
  detail: true,
  cell: row => <ReasonCell row={row} />,
};

const since: ObjectiveColumn = {
  id: 'since',
  title: 'For',
  width: 80,
  leaves: 3,
  numeric: true,
  cell: row => <Age at={row.since} short />,
};

/** Without its target: whether that is met is what nobody can tell. */
const titled: ObjectiveColumn = {
  ...objective,
  cell: row => <span title={row.objective.title}>{row.objective.title}</span>,
};

export const unknownColumns: ObjectiveColumn[] = [
  service,
  owner,
  titled,
  why,
  since,
  indicator,
  origin,
  measured,
].map(({ sortBy: _sorted, ...column }) => column);
