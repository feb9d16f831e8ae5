import { Workload } from '@sightline/backstage-plugin-sightline-common';
import { PickItem, PickList } from '../../../ui/panels/PickList';
import { RolloutBadge } from '../../../ui/workloads/RolloutBadge';
import { Pods, useIsStale } from '../WorkloadFigures';
import { idOf, placeOf, titleOf } from '../workloadWords';

type WorkloadListProps = {
  workloads: Workload[];
  chosen: Workload;
  hrefOf: (id: string) => string;
};

/** All that runs for the service, worst first; one of them is looked at. */
export const WorkloadList = ({
  workloads,
  chosen,
  hrefOf,
}: WorkloadListProps) => (
  <PickList label="Workloads of this service">
    {workloads.map(workload => (
      <Item
        key={idOf(workload.key)}
        workload={workload}
        href={hrefOf(idOf(workload.key))}
        current={workload === chosen}
      />
    ))}
  </PickList>
);

type ItemProps = { workload: Workload; href: string; current: boolean };

const Item = ({ workload, ...place }: ItemProps) => {
  const stale = useIsStale(workload);
  const { key, rollout, version } = workload;
  return (
    <PickItem
      {...place}
      title={titleOf(key)}
      about={
        <>
          <span>{placeOf(key)}</span>
          <span>{version}</span>
        </>
      }
      state={
        <>
          <RolloutBadge state={rollout.state} stale={stale} />
          <Pods of={workload} />
        </>
      }
    />
  );
};
