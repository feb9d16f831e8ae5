import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { EntityLinks } from '../../ui/EntityLink';
import { useOpenParts } from '../../ui/useOpenParts';
import { useServiceRef } from '../../ui/useServiceRef';
import { SloTabView } from './SloTabView';
import { useServiceObjectives } from './useServiceObjectives';
import { useSloView } from './useSloView';

const Slo = ({ service }: { service: ServiceRef }) => (
  <SloTabView
    service={service}
    asked={useServiceObjectives(service)}
    view={useSloView()}
    parts={useOpenParts()}
  />
);

/** Another service is another page: nothing of the last one may stay on it. */
export const SloTab = () => {
  const service = useServiceRef();
  return (
    <EntityLinks>
      <Slo key={service} service={service} />
    </EntityLinks>
  );
};
