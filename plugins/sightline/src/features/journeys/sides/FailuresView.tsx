import { Journey } from '@sightline/backstage-plugin-sightline-common';
import { useMemo } from 'react';
import { count, finePercent, plural } from '../../../ui/figures';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { EmptyPanel } from '../../../ui/panels/EmptyPanel';
import { Quantity } from '../../../ui/Quantity';
import { ExpandingTable } from '../../../ui/table/ExpandingTable';
import { HopErrors } from '../order/HopErrors';
import { HopPointer } from './HopPointer';
import { HopNode, JourneyTree } from '../order/journeyTree';
import { hopName } from '../journey/journeyWords';
import { useSideStyles } from './sideStyles';

const columnsOf = (onPoint: (id: string) => void): GridColumn<HopNode>[] => [
  {
    id: 'hop',
    title: 'Hop',
    width: 240,
    grow: 1,
    leaves: 0,
    cell: node => <HopPointer node={node} onPoint={onPoint} />,
  },
  {
    id: 'share',
    title: 'Of all failures',
    width: 116,
    leaves: 0,
    numeric: true,
    detail: true,
    cell: ({ failing }) => (
      <Quantity
        of={finePercent(failing?.share ?? 0)}
        title="of all failures of this journey begin here"
      />
    ),
  },
  {
    id: 'errors',
    title: 'Began here',
    width: 110,
    leaves: 2,
    numeric: true,
    cell: ({ failing }) => count(failing?.errors ?? 0),
  },
  {
    id: 'ratio',
    title: 'Fails',
    width: 100,
    leaves: 1,
    numeric: true,
    detail: true,
    cell: node => <HopErrors node={node} />,
  },
];

const keyOf = ({ key }: HopNode) => key;
const nameOf = ({ hop }: HopNode) => hopName(hop);

const noneBegins = ({ errors, calls }: Journey['figures']): string =>
  errors === 0
    ? `None of ${plural(calls, 'call')} failed in this window.`
    : `${count(errors)} of ${plural(calls, 'call')} failed, and no hop below
       says that it began there. Look at a sample trace of the first hop.`;

type FailuresViewProps = {
  journey: Journey;
  tree: JourneyTree;
  onPoint: (id: string) => void;
};

/** Where failures begin; who only passes them on is not named. */
export const FailuresView = ({ journey, tree, onPoint }: FailuresViewProps) => {
  const classes = useSideStyles();
  const columns = useMemo(() => columnsOf(onPoint), [onPoint]);
  const { figures } = journey;
  if (tree.failing.length === 0) {
    return (
      <EmptyPanel title="No failure begins here">
        {noneBegins(figures)}
      </EmptyPanel>
    );
  }
  return (
    <div className={classes.side}>
      <p className={classes.words}>
        {finePercent(figures.errorRatio)} of these journeys fail. This is where
        failures begin, also those that the caller never hears of; who only
        passes them on is left out.
      </p>
      <div className={classes.table}>
        <ExpandingTable
          label="Where it fails"
          columns={columns}
          rows={tree.failing}
          rowKey={keyOf}
          rowName={nameOf}
        />
      </div>
    </div>
  );
};
