import { EntityLinks } from '../../ui/EntityLink';
import { ContractsView } from './ContractsView';
import { useContracts } from './useContracts';

export const ContractsPage = () => (
  <EntityLinks>
    <ContractsView {...useContracts()} />
  </EntityLinks>
);
