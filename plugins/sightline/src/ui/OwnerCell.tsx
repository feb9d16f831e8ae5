import { Owner } from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from './EntityLink';
import { StateBadge } from './state/StateBadge';

type OwnerCellProps = { owner?: Owner; tabIndex?: number };

/** Who answers for a service. Nobody, and somebody who is gone, are states to be mended. */
export const OwnerCell = ({ owner, tabIndex }: OwnerCellProps) => {
  if (!owner) {
    return (
      <StateBadge
        kind="warn"
        word="no owner"
        title="The catalog names no owner"
      />
    );
  }
  if (!owner.exists) {
    return (
      <StateBadge
        kind="bad"
        word={`gone: ${owner.name}`}
        title={`Its owner is gone: the catalog has no ${owner.ref}`}
      />
    );
  }
  return (
    <EntityLink entityRef={owner.ref} tabIndex={tabIndex} title={owner.ref}>
      {owner.name}
    </EntityLink>
  );
};
