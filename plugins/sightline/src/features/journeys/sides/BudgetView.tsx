import { Journey, Ratio } from '@sightline/backstage-plugin-sightline-common';
import { useMemo } from 'react';
import { duration, finePercent, plural } from '../../../ui/figures';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { EmptyPanel } from '../../../ui/panels/EmptyPanel';
import { Quantity } from '../../../ui/Quantity';
import { ExpandingTable } from '../../../ui/table/ExpandingTable';
import { costliest } from './costliest';
import { HopPointer } from './HopPointer';
import { HopNode, JourneyTree } from '../order/journeyTree';
import { hopName } from '../journey/journeyWords';
import { useSideStyles } from './sideStyles';

const Bar = ({ of }: { of: Ratio }) => (
  <span
    className={useSideStyles().bar}
    style={{ width: `${Math.min(1, of) * 100}%` }}
    aria-hidden="true"
  />
);

const columnsOf = (onPoint: (id: string) => void): GridColumn<HopNode>[] => [
  {
    id: 'hop',
    title: 'Hop',
    width: 200,
    grow: 1,
    leaves: 0,
    cell: node => <HopPointer node={node} onPoint={onPoint} />,
  },
  {
    id: 'bar',
    title: 'Part of the journey',
    width: 160,
    grow: 1,
    leaves: 1,
    cell: ({ hop }) => <Bar of={hop.critical} />,
  },
  {
    id: 'share',
    title: 'Share',
    width: 80,
    leaves: 0,
    numeric: true,
    detail: true,
    cell: ({ hop }) => <Quantity of={finePercent(hop.critical)} />,
  },
  {
    id: 'budget',
    title: 'Budget',
    width: 90,
    leaves: 0,
    numeric: true,
    detail: true,
    cell: ({ hop }) => <Quantity of={duration(hop.budget)} />,
  },
];

const keyOf = ({ key }: HopNode) => key;
const nameOf = ({ hop }: HopNode) => hopName(hop);

type BudgetViewProps = {
  journey: Journey;
  tree: JourneyTree;
  onPoint: (id: string) => void;
};

/** What each hop may cost of the journey, worst first. */
export const BudgetView = ({ journey, tree, onPoint }: BudgetViewProps) => {
  const classes = useSideStyles();
  const columns = useMemo(() => columnsOf(onPoint), [onPoint]);
  const { named, rest } = costliest(tree);
  const { p50 } = journey.figures;
  if (named.length === 0) {
    return (
      <EmptyPanel title="Nobody knows where the time goes">
        The traces of this journey carry no durations, so there is nothing to
        share out.
      </EmptyPanel>
    );
  }
  return (
    <div className={classes.side}>
      <p className={classes.words}>
        What the journey spends in each hop and nowhere below it, on average
        {p50 !== undefined &&
          `; half of the journeys are over within ${duration(p50)}`}
        . What is made faster elsewhere makes nobody’s wait shorter.
      </p>
      <div className={classes.table}>
        <ExpandingTable
          label="Latency budget"
          columns={columns}
          rows={named}
          rowKey={keyOf}
          rowName={nameOf}
        />
      </div>
      {rest.hops > 0 && (
        <p className={`${classes.words} ${classes.aside}`}>
          {plural(rest.hops, 'other hop')} take{rest.hops === 1 && 's'}{' '}
          {duration(rest.budget)} together, {finePercent(rest.critical)} of the
          journey.
        </p>
      )}
    </div>
  );
};
