import { EntityLinks } from '../../ui/EntityLink';
import { SlosView } from './SlosView';
import { useSlos } from './useSlos';

export const SlosPage = () => (
  <EntityLinks>
    <SlosView {...useSlos()} />
  </EntityLinks>
);
