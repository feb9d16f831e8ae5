import {
  ContractState,
  Evidence,
} from '@sightline/backstage-plugin-sightline-common';

/** Who has promised what to whom, as far as this feature needs it. */
export type Contracts = {
  /** services that could make contracts */
  parties: ReadonlySet<string>;
  /** by `consumer provider` */
  pairs: ReadonlyMap<string, ContractState>;
  /** of these, those that may be about something else than calls */
  unread: ReadonlySet<string>;
  /** contracts about messages: by `consumer topic`, the name of the topic in small letters */
  topics: ReadonlyMap<string, ContractState>;
  /** which broker says so, and as of when */
  evidence?: Evidence;
};
