import { ServiceContracts } from '@sightline/backstage-plugin-sightline-common';
import { useMemo } from 'react';
import { plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { ExpandingTable } from '../../../ui/table/ExpandingTable';
import type { OpenParts } from '../../../ui/useOpenParts';
import { PactList } from './PactList';
import { partyColumns } from './partyColumns';
import { Side, partyRows } from './partyRows';

const words: Record<Side, { title: string; one: string; none: string }> = {
  providers: {
    title: 'It needs',
    one: 'provider',
    none: 'It has a pact with no provider: it has said of nobody what it expects.',
  },
  consumers: {
    title: 'Needed by',
    one: 'consumer',
    none: 'No consumer has said what it expects of this service.',
  },
};

type PartiesCardProps = {
  of: ServiceContracts;
  side: Side;
  parts: OpenParts;
};

/** One side of the service: parties by environments; a row opens to its pacts. */
export const PartiesCard = ({ of, side, parts }: PartiesCardProps) => {
  const { title, one, none } = words[side];
  const rows = useMemo(() => partyRows(of, side), [of, side]);
  const columns = useMemo(
    () => partyColumns(side, of.environments),
    [side, of.environments],
  );
  const part = (id: string) => `${side} ${id}`;
  return (
    <Card
      title={title}
      aside={rows.length > 0 ? plural(rows.length, one) : undefined}
    >
      {rows.length === 0 ? (
        <p style={{ margin: 0 }}>{none}</p>
      ) : (
        <ExpandingTable
          label={title}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowName={({ party }) => party.name}
          isOpen={({ id }) => parts.isOpen(part(id))}
          onToggle={({ id }) => parts.toggle(part(id))}
          detail={({ contracts }) => <PactList contracts={contracts} />}
        />
      )}
    </Card>
  );
};
