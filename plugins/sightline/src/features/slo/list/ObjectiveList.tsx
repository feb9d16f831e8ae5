import { ObjectiveStatus } from '@sightline/backstage-plugin-sightline-common';
import { BudgetBar } from '../../../ui/BudgetBar';
import { PickItem, PickList } from '../../../ui/panels/PickList';
import { ObjectiveBadge } from '../../../ui/slo/ObjectiveBadge';
import { indicatorTitle, windowTitle } from '../../../ui/slo/objectiveWords';
import { targetPercent } from '../../../ui/slo/objectivePercent';

type ObjectiveListProps = {
  objectives: ObjectiveStatus[];
  chosen: ObjectiveStatus;
  hrefOf: (objective: string) => string;
};

/** All objectives of the service, worst first; one of them is looked at. */
export const ObjectiveList = ({
  objectives,
  chosen,
  hrefOf,
}: ObjectiveListProps) => (
  <PickList label="Objectives of this service">
    {objectives.map(status => (
      <Item
        key={status.objective.id}
        status={status}
        href={hrefOf(status.objective.name)}
        current={status === chosen}
      />
    ))}
  </PickList>
);

type ItemProps = { status: ObjectiveStatus; href: string; current: boolean };

const Item = ({ status, ...place }: ItemProps) => {
  const { objective, budget, stale } = status;
  const { indicator, target, title, window } = objective;
  return (
    <PickItem
      {...place}
      title={title}
      about={
        <>
          <span>{indicatorTitle(indicator)}</span>
          <span>
            {targetPercent(target)} · {windowTitle(window)}
          </span>
        </>
      }
      state={
        <>
          <ObjectiveBadge of={status} />
          {budget && <BudgetBar left={budget.remaining} stale={stale} />}
        </>
      }
    />
  );
};
