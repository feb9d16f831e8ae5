import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { EntityLinks } from '../../../ui/EntityLink';
import { useOpenParts } from '../../../ui/useOpenParts';
import { useServiceRef } from '../../../ui/useServiceRef';
import { useServiceContracts } from '../useServiceContracts';
import { ContractsTabView } from './ContractsTabView';

const Contracts = ({ service }: { service: ServiceRef }) => (
  <ContractsTabView
    asked={useServiceContracts(service)}
    parts={useOpenParts()}
  />
);

/** Another service is another page: nothing of the last one may stay on it. */
export const ContractsTab = () => {
  const service = useServiceRef();
  return (
    <EntityLinks>
      <Contracts key={service} service={service} />
    </EntityLinks>
  );
};
