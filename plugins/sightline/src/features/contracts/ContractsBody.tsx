import { Pacticipant } from '@sightline/backstage-plugin-sightline-common';
import { useCallback, useMemo } from 'react';
import { ContractMatrixGrid } from './matrix/ContractMatrixGrid';
import { MatrixSkeleton } from './matrix/MatrixSkeleton';
import { gridOf } from './matrix/gridOf';
import { PairTable } from './table/PairTable';
import { ContractsPageProps } from './useContracts';

type ContractsBodyProps = ContractsPageProps & { shown: 'matrix' | 'table' };

/** The pairs, as a matrix or as rows. */
export const ContractsBody = (props: ContractsBodyProps) =>
  props.shown === 'table' ? <PairTable {...props} /> : <Matrix {...props} />;

/** "Orders, the service orders", with the broker where there are several. */
const titleOf = (
  { name, broker, service }: Pacticipant,
  isOneBroker: boolean,
): string => {
  const whose = service
    ? `the service ${service.name}`
    : 'no service of the catalog';
  return `${name}, ${whose}${isOneBroker ? '' : `, on ${broker}`}`;
};

const Matrix = ({ query, matrix, onLook }: ContractsPageProps) => {
  const { value, busy } = matrix;
  const order = query.sort === 'state' ? 'urgent' : 'name';
  const grid = useMemo(
    () => value && gridOf(value.pairs, order),
    [value, order],
  );
  const isOneBroker = useMemo(
    () => new Set(value?.pairs.map(({ consumer }) => consumer.broker)).size < 2,
    [value],
  );
  const title = useCallback(
    (party: Pacticipant) => titleOf(party, isOneBroker),
    [isOneBroker],
  );
  return grid ? (
    <ContractMatrixGrid
      grid={grid}
      busy={busy}
      chosen={query.look}
      onLook={onLook}
      titleOf={title}
    />
  ) : (
    <MatrixSkeleton />
  );
};
