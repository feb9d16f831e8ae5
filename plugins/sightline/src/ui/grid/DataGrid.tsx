import { useVirtualizer } from '@tanstack/react-virtual';
import {
  MouseEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react';
import { GridColumn, layoutFor } from './GridColumn';
import { GridHead, GridSort } from './GridHead';
import { GridRow } from './GridRow';
import { useGridStyles } from './gridStyles';
import { useGridKeyboard } from './useGridKeyboard';
import { useRoom } from './useRoom';

const HEAD = 35;
const BORDERS = 2;
/** Rows asked for before they are seen, so that a steady reader meets no skeleton. */
const AHEAD = 40;

export type GridSelection<Row> = {
  isSelected: (row: Row) => boolean;
  onToggle: (row: Row) => void;
  onToggleAll?: () => void;
};

export type DataGridProps<Row> = {
  /** what the grid is called */
  label: string;
  columns: GridColumn<Row>[];
  /** the rows that are loaded, from the first on */
  rows: Row[];
  /** how many there are; the rest are drawn as skeletons */
  total: number;
  rowKey: (row: Row) => string;
  onOpen?: (row: Row, newTab: boolean) => void;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  /** a row is about to be looked at */
  onNeed?: (index: number) => void;
  busy?: boolean;
  selection?: GridSelection<Row>;
  /** the row that is looked at more closely elsewhere on the page */
  isCurrent?: (row: Row) => boolean;
  keys?: Record<string, (row: Row, index: number) => void>;
  /** px that something below the grid needs */
  foot?: number;
  /** as high as its rows, up to so many; left out: down to the window's bottom */
  maxRows?: number;
};

/** Rows by the ten thousand, of which only those in sight exist; all of it works by keyboard. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const {
    label,
    columns,
    rows,
    total,
    rowKey,
    onOpen,
    onNeed,
    selection,
    keys,
  } = props;
  const classes = useGridStyles();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame, props.foot);
  const layout = useMemo(
    () => layoutFor(columns, room.width - 16),
    [columns, room.width],
  );

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => layout.rowHeight,
    overscan: 12,
    // Rows ahead are drawn already, so a scroll need not wait for React.
    useFlushSync: false,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  useEffect(() => virtual.measure(), [virtual, layout.rowHeight]);

  const height =
    props.maxRows === undefined
      ? room.height
      : HEAD + BORDERS + Math.min(total, props.maxRows) * layout.rowHeight;
  const { active, setActive, onKeyDown } = useGridKeyboard({
    rows,
    total,
    page: Math.max(1, Math.floor((height - HEAD) / layout.rowHeight) - 1),
    onOpen,
    keys,
    onToggle: selection?.onToggle,
    onToggleAll: selection?.onToggleAll,
    scrollTo: index => virtual.scrollToIndex(index),
  });

  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(
    () => onNeed?.(Math.min(total, last + AHEAD)),
    [onNeed, last, total],
  );

  const press = usePress({ rows, onOpen, setActive });
  const activeIsDrawn = items.some(item => item.index === active);
  return (
    <div
      ref={frame}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-busy={props.busy || undefined}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={activeIsDrawn ? `${id}-${active}` : undefined}
      className={classes.grid}
      style={{ height }}
      onKeyDown={onKeyDown}
    >
      <GridHead
        all={columns}
        layout={layout}
        classes={classes}
        sort={props.sort}
        onSort={props.onSort}
        busy={props.busy ?? false}
      />
      <div
        role="rowgroup"
        className={classes.body}
        style={{
          height: virtual.getTotalSize(),
          backgroundSize: `100% ${layout.rowHeight}px`,
        }}
      >
        {items.map(({ index, start }) => {
          const row = rows[index] as Row | undefined;
          return (
            <GridRow
              key={row === undefined ? index : rowKey(row)}
              id={`${id}-${index}`}
              row={row}
              index={index}
              start={start - HEAD}
              active={index === active}
              selected={
                selection && row !== undefined
                  ? selection.isSelected(row)
                  : undefined
              }
              current={row !== undefined && props.isCurrent?.(row)}
              openable={Boolean(onOpen)}
              layout={layout}
              classes={classes}
              onPress={press}
            />
          );
        })}
      </div>
    </div>
  );
}

type PressOptions<Row> = Pick<DataGridProps<Row>, 'rows' | 'onOpen'> & {
  setActive: (index: number) => void;
};

/** A row opens where it is pressed, but its links and controls work by themselves. */
function usePress<Row>(options: PressOptions<Row>) {
  const latest = useRef(options);
  latest.current = options;
  return useCallback((index: number, event: MouseEvent) => {
    const { rows, onOpen, setActive } = latest.current;
    const control = (event.target as HTMLElement).closest(
      'a,button,input,select,label',
    );
    const right = event.button === 2;
    setActive(index);
    if (control || right || rows[index] === undefined) {
      return;
    }
    const newTab = event.ctrlKey || event.metaKey || event.button === 1;
    onOpen?.(rows[index], newTab);
  }, []);
}
