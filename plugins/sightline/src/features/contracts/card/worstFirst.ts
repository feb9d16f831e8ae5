import {
  Contract,
  ServiceContracts,
} from '@sightline/backstage-plugin-sightline-common';
import { pairStates } from '../../../ui/contracts/contractWords';
import { partyId } from '../pairKey';

export type SidedContract = {
  id: string;
  contract: Contract;
  /** whom it is with, and which part they have in it */
  other: 'consumer' | 'provider';
};

const urgency = ({ contract }: SidedContract) =>
  pairStates.indexOf(contract.verification.state);

const sided = (
  contracts: Contract[],
  other: SidedContract['other'],
): SidedContract[] =>
  contracts.map(contract => ({
    ...{ contract, other },
    id: [
      partyId(contract.consumer),
      partyId(contract.provider),
      contract.consumerVersion.number,
    ].join(' '),
  }));

/** Those it needs and those that need it, in one list; each side came most urgent first. */
export const worstFirst = ({
  providers,
  consumers,
}: Pick<ServiceContracts, 'providers' | 'consumers'>): SidedContract[] =>
  [...sided(providers, 'provider'), ...sided(consumers, 'consumer')].sort(
    (a, b) => urgency(a) - urgency(b),
  );
