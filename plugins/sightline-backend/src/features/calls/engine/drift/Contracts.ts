import {
  ContractState,
  Evidence,
} from '@sightline/backstage-plugin-sightline-common';

/** Who has promised what to whom, as far as this feature needs it. */
export type Contracts = {
  /** services that have contracts with anybody */
  parties: ReadonlySet<string>;
  /** by `consumer provider`; a message contract belongs to consumer and topic */
  pairs: ReadonlyMap<string, ContractState>;
  /** which broker says so, and as of when */
  evidence?: Evidence;
};
