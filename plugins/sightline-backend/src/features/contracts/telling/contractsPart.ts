import {
  Known,
  known,
  ServiceContracts,
  ServiceRef,
  unknown,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { ContractsReader } from '../ContractsReader';

/** What a dossier tells about contracts. */
export type ContractsOfService = Pick<ServiceContracts, 'counts'> & {
  /** how many others it needs, and how many need it */
  providers: number;
  consumers: number;
  /** most urgent first */
  worst: string[];
};

const noBroker = 'No Pact Broker was mirrored yet: see sightline.pact';
const noPacts = 'No broker knows a pact of this service';

const shownAtMost = 10;

const partOf = ({
  counts,
  providers,
  consumers,
  evidence,
}: ServiceContracts): Known<ContractsOfService> | Unknown => {
  const all = [...providers, ...consumers];
  if (!evidence) return unknown('not-configured', noBroker);
  if (all.length === 0) return unknown('no-data', noPacts);
  const namesOf = (sides: readonly { name: string }[]) =>
    new Set(sides.map(({ name }) => name)).size;
  return known(
    {
      counts,
      providers: namesOf(providers.map(({ provider }) => provider)),
      consumers: namesOf(consumers.map(({ consumer }) => consumer)),
      worst: all
        .filter(({ verification }) => verification.state !== 'success')
        .slice(0, shownAtMost)
        .map(
          ({ consumer, consumerVersion, provider, verification }) =>
            `${consumer.name} ${consumerVersion.number} → ${provider.name}: ${verification.state}`,
        ),
    },
    evidence,
  );
};

/** What every dossier says about contracts. */
export const createContractsPart = (
  reader: Pick<ContractsReader, 'ofService'>,
) => ({
  word: 'contracts' as const,
  async read(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, Known<ContractsOfService> | Unknown>> {
    const parts = new Map<ServiceRef, Known<ContractsOfService> | Unknown>();
    for (const ref of refs) parts.set(ref, partOf(await reader.ofService(ref)));
    return parts;
  },
});
