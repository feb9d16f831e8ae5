import type { GridColumn } from '../grid/GridColumn';
import type { GridSort } from '../grid/GridHead';
import { TableClasses } from './tableStyles';

type TableHeadProps<Row> = {
  columns: GridColumn<Row>[];
  classes: TableClasses;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
};

const spoken = { asc: 'ascending', desc: 'descending' } as const;
const arrows = { asc: '↑', desc: '↓' };

/** Figures begin with the largest, names with the first; pressed again it turns round. */
const next = <Row,>(
  { sortBy = '', numeric }: GridColumn<Row>,
  sort?: GridSort,
): GridSort => {
  const order = numeric ? 'desc' : 'asc';
  if (sort?.by !== sortBy) {
    return { by: sortBy, order };
  }
  return { by: sortBy, order: sort.order === 'asc' ? 'desc' : 'asc' };
};

export function TableHead<Row>({
  columns,
  classes,
  sort,
  onSort,
}: TableHeadProps<Row>) {
  return (
    <thead>
      <tr className={classes.head}>
        {columns.map(column => {
          const { id, title, numeric, sortBy } = column;
          const order =
            sortBy !== undefined && sort?.by === sortBy
              ? sort.order
              : undefined;
          return (
            <th
              key={id}
              scope="col"
              className={numeric ? classes.numeric : undefined}
              aria-sort={order && spoken[order]}
            >
              {sortBy && onSort ? (
                <button
                  type="button"
                  className={classes.sort}
                  onClick={() => onSort(next(column, sort))}
                >
                  {title}
                  {order && <span aria-hidden="true">{arrows[order]}</span>}
                </button>
              ) : (
                title
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
