import {
  CallLink,
  ServiceCalls,
} from '@sightline/backstage-plugin-sightline-common';
import { ExportButtons } from '../../../ui/export/ExportButtons';
import { plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { nameOf } from '../../../ui/party/partyWords';
import { ExpandingTable } from '../../../ui/table/ExpandingTable';
import { LeftOut } from '../LeftOut';
import { Direction, noLink } from '../callWords';
import { OpenParts } from '../../../ui/useOpenParts';
import { sorted, useOrder } from '../useOrder';
import { LinkDetail } from './LinkDetail';
import { linkColumns, linkExports, linkOrders } from './linkColumns';

const words = {
  callers: {
    title: 'Callers',
    one: 'caller',
    columns: linkColumns('callers'),
  },
  callees: {
    title: 'Callees',
    one: 'callee',
    columns: linkColumns('callees'),
  },
} as const;

const rowKey = ({ party }: CallLink) => party.id;
const rowName = ({ party }: CallLink) => nameOf(party);

type LinksCardProps = {
  calls: ServiceCalls;
  direction: Direction;
  parts: OpenParts;
  file: string;
};

/** Those on one side of the service, each to be opened for its operations. */
export const LinksCard = ({
  calls,
  direction,
  parts,
  file,
}: LinksCardProps) => {
  const { title, one, columns } = words[direction];
  const { sort, onSort } = useOrder(direction, linkOrders, {
    by: 'rate',
    order: 'desc',
  });
  const rows = sorted(calls[direction], linkOrders, sort);
  const partOf = (row: CallLink) => `${direction} ${row.party.id}`;
  return (
    <Card
      title={title}
      aside={
        rows.length > 0 && (
          <>
            {plural(rows.length, one)}{' '}
            <ExportButtons
              of={title}
              file={`${file}-${direction}`}
              rows={rows}
              columns={linkExports}
            />
          </>
        )
      }
    >
      {rows.length === 0 ? (
        <p style={{ margin: 0 }}>{noLink[direction]}</p>
      ) : (
        <ExpandingTable
          label={title}
          // Only of callees does anybody know what the catalog says.
          columns={columns.filter(
            ({ id }) => id !== 'verdict' || rows.some(row => row.verdict),
          )}
          rows={rows}
          rowKey={rowKey}
          rowName={rowName}
          sort={sort}
          onSort={onSort}
          detail={row => <LinkDetail link={row} direction={direction} />}
          isOpen={row => parts.isOpen(partOf(row))}
          onToggle={row => parts.toggle(partOf(row))}
        />
      )}
      <LeftOut rows={calls.leftOut[direction]} what={one} />
    </Card>
  );
};
