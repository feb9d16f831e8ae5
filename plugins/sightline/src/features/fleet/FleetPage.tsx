import { EntityLinks } from '../../ui/EntityLink';
import { useOpenEntity } from '../../ui/useOpenEntity';
import { FleetView } from './FleetView';
import { useFleet } from './useFleet';

export const FleetPage = () => {
  const open = useOpenEntity();
  return (
    <EntityLinks>
      <FleetView
        {...useFleet()}
        onOpen={(row, newTab) => open(row.ref, newTab)}
      />
    </EntityLinks>
  );
};
