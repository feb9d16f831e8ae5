import { memo } from 'react';
import { plural } from '../../../ui/figures';
import type { CellTools, GridLayout } from '../../../ui/grid/GridColumn';
import { CriticalBar } from './CriticalBar';
import { HopCall } from './HopCall';
import { HopCell } from './HopCell';
import { HopErrors } from './HopErrors';
import { HopTime } from './HopTime';
import { useHopStyles } from './hopStyles';
import { hopName } from '../journey/journeyWords';
import { ShownHop } from './shownHops';
import { TraceLink } from './TraceLink';

type HopRowProps = {
  id: string;
  row: ShownHop;
  index: number;
  active: boolean;
  pointed: boolean;
  layout: GridLayout<ShownHop>;
  onTurn: (id: string) => void;
  onPress: (id: string) => void;
};

const inTabOrder: CellTools = { tabIndex: 0 };
const outOfTabOrder: CellTools = { tabIndex: -1 };

const OneLine = ({ row, active, layout }: HopRowProps) => {
  const classes = useHopStyles();
  return (
    <>
      {layout.columns.map(column => (
        <div
          key={column.id}
          role="gridcell"
          className={[
            classes.cell,
            column.numeric ? classes.numeric : '',
            column.id === 'hop' ? classes.hopCell : '',
          ].join(' ')}
        >
          {column.cell(row, active ? inTabOrder : outOfTabOrder)}
        </div>
      ))}
    </>
  );
};

/** On a phone: the hop in full, its figures below, and the bar across. */
const ThreeLines = ({ row, active, onTurn }: HopRowProps) => {
  const classes = useHopStyles();
  const { hop } = row.node;
  const tabIndex = active ? 0 : -1;
  return (
    <>
      <div role="gridcell">
        <HopCell row={row} onTurn={onTurn} tabIndex={tabIndex} step={8} wraps />
      </div>
      <div role="gridcell" className={classes.narrowFigures}>
        <HopCall row={row} />
        <HopTime node={row.node} percentile="p50" />
        <span>
          fails <HopErrors node={row.node} />
        </span>
        {hop.sample && (
          <TraceLink
            named
            sample={hop.sample}
            of={hopName(hop)}
            tabIndex={tabIndex}
          />
        )}
      </div>
      <div role="gridcell" className={classes.narrowBar}>
        <CriticalBar node={row.node} />
      </div>
    </>
  );
};

const PlainHopRow = (props: HopRowProps) => {
  const { id, row, index, active, pointed, layout, onPress } = props;
  const classes = useHopStyles();
  const { node, open, position, siblings } = row;
  const Line = layout.twoLines ? ThreeLines : OneLine;
  return (
    // The keyboard is the tree's: it holds the focus and points here.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="row"
      id={id}
      aria-level={node.level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-rowindex={index + 2}
      aria-expanded={open}
      aria-label={labelOf(row)}
      data-active={active}
      data-pointed={pointed}
      className={[
        classes.row,
        layout.twoLines ? classes.narrow : `${classes.line} ${classes.oneLine}`,
        node.later ? classes.later : '',
      ].join(' ')}
      style={{ gridTemplateColumns: layout.template }}
      onClick={() => onPress(node.key)}
    >
      <Line {...props} />
    </div>
  );
};

/** What is heard first of a row; its cells say the rest. */
const labelOf = ({ node, open }: ShownHop): string =>
  [
    hopName(node.hop),
    node.later ? 'later, nobody waits' : '',
    node.failing ? 'errors begin here' : '',
    open === false ? `${plural(node.below, 'hop')} folded` : '',
  ]
    .filter(Boolean)
    .join(', ');

export const HopRow = memo(PlainHopRow);
