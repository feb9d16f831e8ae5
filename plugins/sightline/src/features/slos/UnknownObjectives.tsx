import { makeStyles } from '@material-ui/core/styles';
import {
  ObjectiveRow,
  ObjectivesPage,
} from '@sightline/backstage-plugin-sightline-common';
import { useId } from 'react';
import type { AskedPages } from '../../api';
import { Button } from '../../ui/Button';
import { plural } from '../../ui/figures';
import { DataGrid, DataGridProps } from '../../ui/grid/DataGrid';
import { StateShape } from '../../ui/state/StateShape';
import { quiet } from '../../ui/state/quiet';
import { unknownColumns } from './unknownColumns';

/** Rows in sight before the list scrolls, while the others are listed above. */
const IN_SIGHT = 4;

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    margin: 0,
    padding: theme.spacing(1.5, 0, 0.75),
    fontSize: 14,
    fontWeight: 600,
  },
  hint: {
    fontSize: 13,
    fontWeight: 400,
    color: quiet(theme),
    [theme.breakpoints.down('xs')]: { display: 'none' },
  },
  line: { paddingBottom: theme.spacing(1) },
}));

type UnknownObjectivesProps = {
  list: AskedPages<ObjectivesPage, ObjectiveRow>;
  /** nothing else is listed, so there is room down to the window's bottom */
  isAlone: boolean;
  row: Pick<DataGridProps<ObjectiveRow>, 'onOpen' | 'keys' | 'isCurrent'>;
};

const titleOf = ({ total }: UnknownObjectivesProps['list']) =>
  `${plural(total, 'objective')} of which nothing can be told`;

/** The objectives of which nobody can tell how they stand, each with the reason. */
export const UnknownObjectives = (props: UnknownObjectivesProps) => {
  const { list, isAlone, row } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.head}>
        <StateShape kind="idle" />
        {titleOf(list)}
        <span className={classes.hint}>neither kept nor broken</span>
      </h2>
      <DataGrid
        label="Unknown objectives"
        columns={unknownColumns}
        rows={list.rows}
        total={list.total}
        rowKey={({ objective }) => objective.id}
        busy={list.busy}
        onNeed={list.need}
        maxRows={isAlone ? undefined : IN_SIGHT}
        {...row}
      />
    </section>
  );
};

type UnknownLineProps = Pick<UnknownObjectivesProps, 'list'> & {
  /** lists only these */
  onOnly: () => void;
};

/** On a phone: two lists that scroll, one below the other, are more than a thumb can tell apart. */
export const UnknownLine = ({ list, onOnly }: UnknownLineProps) => (
  <div className={useStyles().line}>
    <Button
      variant="outlined"
      fullWidth
      startIcon={<StateShape kind="idle" />}
      onClick={onOnly}
    >
      {titleOf(list)} ›
    </Button>
  </div>
);
