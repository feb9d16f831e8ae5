import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { EntityLinks } from '../../ui/EntityLink';
import { useOpenParts } from '../../ui/useOpenParts';
import { useServiceRef } from '../../ui/useServiceRef';
import { WorkloadsTabView } from './WorkloadsTabView';
import { useDeploys } from './deploys/useDeploys';
import { useServiceWorkloads } from './useServiceWorkloads';
import { useWorkloadsView } from './useWorkloadsView';

const Workloads = ({ service }: { service: ServiceRef }) => (
  <WorkloadsTabView
    asked={useServiceWorkloads(service)}
    deploys={useDeploys(service)}
    view={useWorkloadsView()}
    parts={useOpenParts()}
  />
);

/** Another service is another page: nothing of the last one may stay on it. */
export const WorkloadsTab = () => {
  const service = useServiceRef();
  return (
    <EntityLinks>
      <Workloads key={service} service={service} />
    </EntityLinks>
  );
};
