import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { useOpenParts } from '../../../ui/useOpenParts';
import { useServiceRef } from '../../../ui/useServiceRef';
import { SafeToDeployView } from './SafeToDeployView';
import { useSafeToDeploy } from './useSafeToDeploy';

const Safe = ({ service }: { service: ServiceRef }) => (
  <SafeToDeployView
    {...useSafeToDeploy(service)}
    service={service}
    parts={useOpenParts()}
  />
);

/** Whether the service whose entity page this is may be deployed now. */
export const SafeToDeployCard = () => {
  const service = useServiceRef();
  return <Safe key={service} service={service} />;
};
