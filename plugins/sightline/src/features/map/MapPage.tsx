import { EntityLinks } from '../../ui/EntityLink';
import { MapView } from './MapView';
import { useCallMap } from './useCallMap';

export const MapPage = () => (
  <EntityLinks>
    <MapView {...useCallMap()} />
  </EntityLinks>
);
