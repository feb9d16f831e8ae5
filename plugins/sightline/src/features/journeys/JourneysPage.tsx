import { EntityLinks } from '../../ui/EntityLink';
import { JourneysView } from './JourneysView';
import { useJourneys } from './useJourneys';

export const JourneysPage = () => (
  <EntityLinks>
    <JourneysView {...useJourneys()} />
  </EntityLinks>
);
