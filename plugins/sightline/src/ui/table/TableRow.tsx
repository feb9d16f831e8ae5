import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { MouseEvent, ReactNode, useId } from 'react';
import type { CellTools, GridLayout } from '../grid/GridColumn';
import { TableClasses } from './tableStyles';

type TableRowProps<Row> = {
  row: Row;
  /** what the row is about, for the control that opens it */
  name: string;
  layout: GridLayout<Row>;
  classes: TableClasses;
  open: boolean;
  onToggle?: () => void;
  detail?: () => ReactNode;
};

const tools: CellTools = { tabIndex: 0 };

/** One row, and below it what is to be said about it when it is open. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { layout, classes, open, onToggle, detail } = props;
  const id = useId();
  const press = (event: MouseEvent) => {
    const control = (event.target as HTMLElement).closest('a,button');
    if (!control) {
      onToggle?.();
    }
  };
  return (
    <>
      {/* By keyboard the row is opened by the button in its first cell. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <tr
        className={`${classes.row} ${layout.twoLines ? classes.twoLines : ''} ${
          onToggle ? classes.openable : ''
        }`}
        onClick={press}
      >
        {layout.twoLines ? (
          <td>
            <Lead {...props} id={id} />
            <div className={classes.details}>
              {layout.columns
                .filter(column => column.detail)
                .map(column => (
                  <span key={column.id} data-in-line>
                    {column.detail === 'titled' && `${column.title} `}
                    {column.cell(props.row, tools)}
                  </span>
                ))}
            </div>
          </td>
        ) : (
          layout.columns.map((column, index) => (
            <td
              key={column.id}
              className={column.numeric ? classes.numeric : undefined}
            >
              {index === 0 ? (
                <Lead {...props} id={id} />
              ) : (
                column.cell(props.row, tools)
              )}
            </td>
          ))
        )}
      </tr>
      {open && detail && (
        <tr id={id} className={classes.detail}>
          <td colSpan={layout.twoLines ? 1 : layout.columns.length}>
            {detail()}
          </td>
        </tr>
      )}
    </>
  );
}

function Lead<Row>({
  row,
  name,
  layout,
  classes,
  open,
  onToggle,
  id,
}: TableRowProps<Row> & { id: string }) {
  const Arrow = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <div className={classes.lead}>
      {onToggle && (
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-label={`More about ${name}`}
          onClick={onToggle}
        >
          <Arrow size={18} aria-hidden="true" />
        </button>
      )}
      {layout.columns[0].cell(row, tools)}
    </div>
  );
}
