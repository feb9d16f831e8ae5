import { CallRate } from '../../../ui/CallRate';
import { ErrorShare } from '../../../ui/ErrorShare';
import { Quantity } from '../../../ui/Quantity';
import { VerdictBadge } from '../../../ui/drift/VerdictBadge';
import { duration, finePercent } from '../../../ui/figures';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { evidenceWords, protocolWords } from '../../../ui/callWords';
import { listed, modeWords } from '../edgeWords';
import { changeMark, rateWords } from '../graph/edgeLook';
import { MarkSign } from '../panel/MarkSign';
import { CallRow } from './mapRows';

type CallColumn = GridColumn<CallRow>;

const time = (millis?: number) => (
  <Quantity of={millis === undefined ? undefined : duration(millis)} />
);

/** Where there is room for one cell, it names both ends. */
const bothEnds: CallColumn = {
  id: 'ends',
  title: 'Caller → callee',
  width: 200,
  leaves: 0,
  sortBy: 'from',
  cell: ({ from, to }) => (
    <span title={`${from} → ${to}`}>
      {from} → {to}
    </span>
  ),
};

const ends: CallColumn[] = [
  {
    id: 'from',
    title: 'Caller',
    width: 150,
    grow: 2,
    leaves: 0,
    sortBy: 'from',
    cell: ({ from }) => <span title={from}>{from}</span>,
  },
  {
    id: 'to',
    title: 'Callee',
    width: 150,
    grow: 2,
    leaves: 1,
    sortBy: 'to',
    cell: ({ to }) => <span title={to}>{to}</span>,
  },
];

const figures: CallColumn[] = [
  {
    id: 'rate',
    title: 'Rate',
    width: 92,
    leaves: 2,
    detail: true,
    numeric: true,
    sortBy: 'rate',
    cell: ({ edge }) => <CallRate of={edge.figures} />,
  },
  {
    id: 'errors',
    title: 'Errors',
    width: 92,
    leaves: 3,
    detail: true,
    numeric: true,
    sortBy: 'errors',
    cell: ({ edge }) => <ErrorShare of={edge.figures} />,
  },
  {
    id: 'p50',
    title: 'p50',
    width: 76,
    leaves: 8,
    numeric: true,
    cell: ({ edge }) => time(edge.figures.p50),
  },
  {
    id: 'p95',
    title: 'p95',
    width: 76,
    leaves: 5,
    numeric: true,
    sortBy: 'p95',
    cell: ({ edge }) => time(edge.figures.p95),
  },
];

const rest: CallColumn[] = [
  {
    id: 'verdict',
    title: 'Verdict',
    width: 148,
    leaves: 4,
    detail: true,
    sortBy: 'verdict',
    cell: ({ edge }) =>
      edge.verdict ? <VerdictBadge verdict={edge.verdict} /> : '–',
  },
  {
    id: 'mode',
    title: 'Mode',
    width: 92,
    leaves: 7,
    cell: ({ edge }) => listed(edge.modes, modeWords),
  },
  {
    id: 'protocol',
    title: 'Protocol',
    width: 100,
    leaves: 9,
    cell: ({ edge }) => listed(edge.protocols, protocolWords),
  },
  {
    id: 'evidence',
    title: 'Evidence',
    width: 150,
    grow: 1,
    leaves: 10,
    cell: ({ edge }) => {
      const words = listed(edge.evidence, evidenceWords);
      return <span title={words}>{words}</span>;
    },
  },
  {
    id: 'merged',
    title: 'Edges',
    width: 64,
    leaves: 11,
    numeric: true,
    cell: ({ edge }) => (
      <span title="Edges between members that this one stands for">
        {edge.merged}
      </span>
    ),
  },
];

const compared: CallColumn[] = [
  {
    id: 'change',
    title: 'Change',
    width: 132,
    leaves: 1,
    detail: true,
    sortBy: 'change',
    cell: ({ edge }) => {
      const mark = changeMark(edge.change);
      return mark ? <MarkSign mark={mark} spelled /> : 'same';
    },
  },
  {
    id: 'before',
    title: 'Before',
    width: 150,
    leaves: 6,
    numeric: true,
    cell: ({ edge: { before } }) =>
      before ? `${rateWords(before)} · ${finePercent(before.errorRatio)}` : '–',
  },
];

/** All that the drawing says of an edge, and what its panel says. */
export const callColumns = ({
  isCompared,
  isNarrow,
}: {
  isCompared: boolean;
  isNarrow: boolean;
}): CallColumn[] => [
  ...(isNarrow ? [bothEnds] : ends),
  ...(isCompared ? compared : []),
  ...figures,
  ...rest,
];
