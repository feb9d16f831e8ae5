import { KeyboardEvent, useId, useMemo, useRef } from 'react';
import { layoutFor } from '../../../ui/grid/GridColumn';
import { useRoom } from '../../../ui/grid/useRoom';
import { hopColumns } from './hopColumns';
import { HopRow } from './HopRow';
import { useHopStyles } from './hopStyles';
import { ShownHop } from './shownHops';
import { stepOf } from './treeKeys';
import { useActiveHop } from './useActiveHop';

type HopTreeProps = {
  label: string;
  rows: ShownHop[];
  /** the hop that a link points at */
  pointed?: string;
  busy?: boolean;
  onTurn: (id: string) => void;
  onOpen: (entity: string, newTab: boolean) => void;
};

const isControl = (event: KeyboardEvent) =>
  event.target !== event.currentTarget &&
  (event.target as HTMLElement).closest('a,button') !== null;

/** The hops as a tree in a grid: what is seen is what is heard, and all of it works by keyboard. */
export const HopTree = (props: HopTreeProps) => {
  const { label, rows, pointed, busy, onTurn, onOpen } = props;
  const classes = useHopStyles();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const columns = useMemo(() => hopColumns(onTurn), [onTurn]);
  const layout = useMemo(
    () => layoutFor(columns, room.width - 2),
    [columns, room.width],
  );
  const [active, setActive] = useActiveHop(rows, pointed, frame);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || (isControl(event) && /^(Enter| )$/.test(event.key))) {
      return;
    }
    const modified = event.ctrlKey || event.metaKey;
    const entity = rows[active]?.node.hop.callee.entity;
    if (event.key === 'Enter' && entity) {
      event.preventDefault();
      onOpen(entity, modified);
      return;
    }
    const step = modified ? undefined : stepOf(event.key, rows, active);
    if (step) {
      event.preventDefault();
      if ('at' in step) {
        setActive(rows[step.at].node.key);
      } else {
        onTurn(rows[step.turn].node.key);
      }
    }
  };

  return (
    <div
      ref={frame}
      role="treegrid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-busy={busy || undefined}
      aria-activedescendant={rows[active] && `${id}-${rows[active].node.key}`}
      className={classes.tree}
      onKeyDown={onKeyDown}
    >
      {!layout.twoLines && (
        <div role="rowgroup" className={classes.head}>
          <div
            role="row"
            className={classes.line}
            style={{ gridTemplateColumns: layout.template, height: '100%' }}
          >
            {layout.columns.map(({ id: column, title, numeric }) => (
              <div
                key={column}
                role="columnheader"
                className={`${classes.cell} ${numeric ? classes.numeric : ''}`}
              >
                {title}
              </div>
            ))}
          </div>
        </div>
      )}
      <div role="rowgroup">
        {rows.map((row, index) => (
          <HopRow
            key={row.node.key}
            id={`${id}-${row.node.key}`}
            row={row}
            index={index}
            active={index === active}
            pointed={row.node.key === pointed}
            layout={layout}
            onTurn={onTurn}
            onPress={setActive}
          />
        ))}
      </div>
    </div>
  );
};
