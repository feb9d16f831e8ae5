import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { EntityLinks } from '../../ui/EntityLink';
import { useServiceRef } from '../../ui/useServiceRef';
import { CallsView } from './CallsView';
import { useServiceCalls } from './useServiceCalls';

const Calls = ({ service }: { service: ServiceRef }) => (
  <CallsView {...useServiceCalls(service)} />
);

/** Another service is another page: nothing of the last one may stay on it. */
export const CallsTab = () => {
  const service = useServiceRef();
  return (
    <EntityLinks>
      <Calls key={service} service={service} />
    </EntityLinks>
  );
};
