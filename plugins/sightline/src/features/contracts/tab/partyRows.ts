import {
  Contract,
  Pacticipant,
  ServiceContracts,
  VerificationState,
} from '@sightline/backstage-plugin-sightline-common';
import { pairStates } from '../../../ui/contracts/contractWords';
import { partyId } from '../pairKey';

export type Side = 'providers' | 'consumers';

/** Another party with every pact between it and the service. */
export type PartyRow = {
  id: string;
  party: Pacticipant;
  worst: VerificationState;
  /** newest first */
  contracts: Contract[];
};

const ageOf = ({ consumerVersion, publishedAt }: Contract) =>
  consumerVersion.createdAt ?? publishedAt ?? '';

const newestFirst = (a: Contract, b: Contract) =>
  ageOf(b).localeCompare(ageOf(a));

const urgency = (state: VerificationState) => pairStates.indexOf(state);

/** One row a party, in the order in which they came: most urgent first. */
export const partyRows = (of: ServiceContracts, side: Side): PartyRow[] => {
  const rows = new Map<string, PartyRow>();
  for (const contract of of[side]) {
    const party = side === 'providers' ? contract.provider : contract.consumer;
    const id = partyId(party);
    const { state } = contract.verification;
    const before = rows.get(id);
    const worst =
      before && urgency(before.worst) < urgency(state) ? before.worst : state;
    const contracts = [...(before?.contracts ?? []), contract];
    rows.set(id, { id, party, worst, contracts });
  }
  return [...rows.values()].map(row => ({
    ...row,
    contracts: row.contracts.sort(newestFirst),
  }));
};

/** The pacts whose consumer is there now; two where versions run side by side. */
export const contractsIn = (row: PartyRow, environment: string): Contract[] =>
  row.contracts.filter(({ environments }) =>
    environments.includes(environment),
  );

/** The newest that is only on its way: published, and in no environment. */
export const onTheWay = ({ contracts }: PartyRow): Contract[] =>
  contracts.filter(({ environments }) => environments.length === 0);
