import { CallLink } from '@sightline/backstage-plugin-sightline-common';
import { Quantity } from '../../../ui/Quantity';
import { VerdictBadge } from '../../../ui/drift/VerdictBadge';
import { verdictWords } from '../../../ui/drift/verdictWords';
import type { ExportColumn } from '../../../ui/export/ExportButtons';
import { count, duration } from '../../../ui/figures';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { PartyName } from '../../../ui/party/PartyName';
import { nameOf } from '../../../ui/party/partyWords';
import { Age } from '../../../ui/time/Age';
import { evidenceWords } from '../../../ui/callWords';
import { Direction, bothViews, extraWait, waitsAlike } from '../callWords';
import { figureColumns, figureExports, figureOrders } from '../figureColumns';
import type { Orders } from '../useOrder';

type Column = GridColumn<CallLink>;

const figures = ({ figures: read }: CallLink) => read;

const party = (direction: Direction): Column => ({
  id: 'party',
  title: direction === 'callers' ? 'Caller' : 'Callee',
  width: 200,
  grow: 2,
  leaves: 0,
  sortBy: 'name',
  cell: (row, { tabIndex }) => (
    <PartyName party={row.party} tabIndex={tabIndex} />
  ),
});

const verdict: Column = {
  id: 'verdict',
  title: 'Catalog',
  width: 156,
  leaves: 4,
  detail: true,
  sortBy: 'verdict',
  cell: row => (row.verdict ? <VerdictBadge verdict={row.verdict} /> : '–'),
};

const wait = (direction: Direction): Column => ({
  id: 'wait',
  title: 'Waits longer',
  width: 108,
  leaves: 7,
  numeric: true,
  sortBy: 'wait',
  cell: row => {
    const extra = extraWait(row);
    const words = bothViews(row, direction);
    if (extra === undefined) {
      return <Quantity title="Only one side told how long it took" />;
    }
    const size = `${extra < 0 ? '−' : '+'}${duration(Math.abs(extra))}`;
    return <Quantity of={waitsAlike(row) ? 'alike' : size} title={words} />;
  },
});

const retries: Column = {
  id: 'retries',
  title: 'Retries',
  width: 82,
  leaves: 8,
  numeric: true,
  sortBy: 'retries',
  cell: row => (row.retries > 0 ? count(row.retries) : '–'),
};

const told: Column = {
  id: 'told',
  title: 'Rests on',
  width: 176,
  grow: 1,
  leaves: 5,
  cell: ({ evidence }) => (
    <span title={evidence.map(one => evidenceWords[one]).join('; ')}>
      {evidence[0] && evidenceWords[evidence[0]]}
      {evidence.length > 1 && ` +${evidence.length - 1}`}
    </span>
  ),
};

const seen: Column = {
  id: 'seen',
  title: 'Last seen',
  width: 90,
  leaves: 9,
  numeric: true,
  sortBy: 'seen',
  cell: row => <Age at={row.lastSeen} short />,
};

export const linkColumns = (direction: Direction): Column[] => [
  party(direction),
  verdict,
  ...figureColumns(figures),
  wait(direction),
  retries,
  told,
  seen,
];

export const linkOrders: Orders<CallLink> = {
  name: row => nameOf(row.party).toLocaleLowerCase(),
  verdict: row => row.verdict && verdictWords[row.verdict].word,
  wait: extraWait,
  retries: row => row.retries,
  seen: row => row.lastSeen,
  ...figureOrders(figures),
};

export const linkExports: ExportColumn<CallLink>[] = [
  ['party', row => row.party.id],
  ['name', row => nameOf(row.party)],
  ['kind', row => row.party.kind],
  ['owner', row => row.party.owner?.ref],
  ['verdict', row => row.verdict],
  ['modes', row => row.modes.join(' ')],
  ['protocols', row => row.protocols.join(' ')],
  ...figureExports(figures),
  ['caller error ratio', row => row.callerView?.errorRatio],
  ['caller p50 ms', row => row.callerView?.p50],
  ['caller p95 ms', row => row.callerView?.p95],
  ['retries', row => row.retries],
  ['evidence', row => row.evidence.join(' ')],
  ['first seen', row => row.firstSeen],
  ['last seen', row => row.lastSeen],
];
