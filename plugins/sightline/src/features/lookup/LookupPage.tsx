import { EntityLinks } from '../../ui/EntityLink';
import { LookupView } from './LookupView';
import { useLookupPage } from './useLookupPage';

export const LookupPage = () => (
  <EntityLinks>
    <LookupView {...useLookupPage()} />
  </EntityLinks>
);
