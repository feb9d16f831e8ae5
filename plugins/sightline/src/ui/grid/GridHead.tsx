import { GridColumn, GridLayout } from './GridColumn';
import { GridClasses } from './gridStyles';

export type GridSort = { by: string; order: 'asc' | 'desc' };

type GridHeadProps<Row> = {
  /** shown or not: where rows have two lines, one can still sort by any */
  all: GridColumn<Row>[];
  layout: GridLayout<Row>;
  classes: GridClasses;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  busy: boolean;
};

const ariaSort = (direction?: GridSort['order']) => {
  if (direction === undefined) {
    return undefined;
  }
  return direction === 'asc' ? 'ascending' : 'descending';
};

/** The other way when it is sorted by this already, else from the beginning. */
const turned = (sort: GridSort | undefined, by: string): GridSort => ({
  by,
  order: sort?.by === by && sort.order === 'asc' ? 'desc' : 'asc',
});

const arrows = { asc: '↑', desc: '↓' };

function Heading<Row>({
  column,
  classes,
  sort,
  onSort,
}: Omit<GridHeadProps<Row>, 'all' | 'layout' | 'busy'> & {
  column: GridColumn<Row>;
}) {
  const { sortBy, title, numeric } = column;
  const direction = sortBy && sort?.by === sortBy ? sort.order : undefined;
  const className = `${classes.cell} ${classes.heading} ${
    numeric ? classes.numeric : ''
  }`;
  return (
    <div
      role="columnheader"
      className={className}
      aria-sort={ariaSort(direction)}
    >
      {sortBy && onSort ? (
        <button
          type="button"
          className={classes.sort}
          onClick={() => onSort(turned(sort, sortBy))}
        >
          {title}
          <span aria-hidden="true">{direction ? arrows[direction] : ''}</span>
        </button>
      ) : (
        title
      )}
    </div>
  );
}

type SortChoiceProps<Row> = Omit<
  GridHeadProps<Row>,
  'all' | 'layout' | 'busy'
> & {
  columns: GridColumn<Row>[];
};

/** Where there is no room for headings to press. */
function SortChoice<Row>({
  columns,
  classes,
  sort,
  onSort,
}: SortChoiceProps<Row>) {
  const sortable = columns.filter(({ sortBy }) => sortBy);
  if (!onSort || sortable.length === 0) {
    return (
      <div role="columnheader" className={`${classes.cell} ${classes.heading}`}>
        {columns[0]?.title}
      </div>
    );
  }
  const by = sort?.by ?? '';
  const order = sort?.order ?? 'asc';
  return (
    <div
      role="columnheader"
      aria-sort={ariaSort(sort?.order)}
      className={`${classes.cell} ${classes.heading}`}
    >
      <label>
        Sorted by{' '}
        <select
          className={classes.choice}
          value={by}
          onChange={event => onSort({ by: event.target.value, order: 'asc' })}
        >
          {sortable.map(({ id, title, sortBy }) => (
            <option key={id} value={sortBy}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className={classes.sort}
        style={{ margin: '0 4px' }}
        aria-label={
          order === 'asc' ? 'Ascending, turn round' : 'Descending, turn round'
        }
        onClick={() => onSort(turned(sort, by))}
      >
        {arrows[order]}
      </button>
    </div>
  );
}

export function GridHead<Row>({
  all,
  layout,
  classes,
  busy,
  ...sorting
}: GridHeadProps<Row>) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div
        role="row"
        aria-rowindex={1}
        className={classes.row}
        style={{ gridTemplateColumns: layout.template }}
      >
        {layout.twoLines ? (
          <SortChoice columns={all} classes={classes} {...sorting} />
        ) : (
          layout.columns.map(column => (
            <Heading
              key={column.id}
              column={column}
              classes={classes}
              {...sorting}
            />
          ))
        )}
      </div>
      {busy && <div className={classes.progress} role="presentation" />}
    </div>
  );
}
