import { CallParty } from '@sightline/backstage-plugin-sightline-common';
import { nameOf } from '../../../ui/party/partyWords';

/** Names for the ids on a way, nearest first: those the answer names, else the end of the id. */
export const waysOf = (named: CallParty[]) => {
  const names = new Map(named.map(party => [party.id, nameOf(party)]));
  return (via: string[]): string =>
    via.length === 0
      ? 'directly'
      : via.map(id => names.get(id) ?? id.replace(/^.*[:/]/, '')).join(' → ');
};
