import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityLinks } from '../../ui/EntityLink';
import { OnCallCardView } from './OnCallCardView';
import { useOnCall } from './useOnCall';

/** Who answers for the service or the team whose entity page this is. */
export const OnCallCard = () => {
  const { entity } = useEntity();
  return (
    <EntityLinks>
      <OnCallCardView asked={useOnCall(stringifyEntityRef(entity))} />
    </EntityLinks>
  );
};
