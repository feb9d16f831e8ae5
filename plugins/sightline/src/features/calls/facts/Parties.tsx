import { CallParty } from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from '../../../ui/EntityLink';
import { nameOf } from '../../../ui/party/partyWords';

type PartiesProps = {
  of: CallParty[];
  between?: string;
  /** what else is said of each, in brackets */
  with?: 'tier' | 'owner';
};

/** Names in a sentence, as links where the catalog knows them. */
export const Parties = ({ of, between = ', ', with: also }: PartiesProps) => (
  <>
    {of.map((party, index) => (
      <span key={`${index} ${party.id}`}>
        {index > 0 && between}
        {party.entity ? (
          <strong>
            <EntityLink entityRef={party.entity}>{nameOf(party)}</EntityLink>
          </strong>
        ) : (
          <strong>{nameOf(party)}</strong>
        )}
        {also === 'tier' && party.tier && ` (${party.tier})`}
        {also === 'owner' && party.owner && ` (${party.owner.name})`}
      </span>
    ))}
  </>
);
