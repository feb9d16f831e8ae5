import { LookupMatch } from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from '../../../ui/EntityLink';
import { StateBadge } from '../../../ui/state/StateBadge';

/** Whose it is; nobody's is a state to be mended. */
export const OwnerName = ({ owner }: Pick<LookupMatch, 'owner'>) =>
  owner ? (
    <EntityLink entityRef={owner.ref}>{owner.name}</EntityLink>
  ) : (
    <StateBadge
      kind="warn"
      word="no owner"
      title="The catalog names no owner"
    />
  );
