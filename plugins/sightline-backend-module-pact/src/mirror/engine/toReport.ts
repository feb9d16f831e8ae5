import type {
  ContractsReport,
  MirroredPact,
  MirroredVersion,
} from '@sightline/backstage-plugin-sightline-node';

/** What of a broker is looked at; all of it where nothing is said. */
export type MirrorChoice = {
  environments?: readonly string[];
  branches?: readonly string[];
};

/** Everything that was read, as it came. */
export type Mirrored = {
  integrations: ContractsReport['integrations'];
  pacticipants: ContractsReport['pacticipants'];
  environments: ContractsReport['environments'];
  pacts: MirroredPact[];
  present: (Omit<ContractsReport['inEnvironments'][number], 'version'> & {
    version: string;
  })[];
};

const keyOf = (pacticipant: string, version: string) =>
  JSON.stringify([pacticipant, version]);

/**
 * One moment of a broker. Pairs and pacticipants are those that anything names:
 * a broker that is written to while it is read names some in one list alone.
 */
export const toReport = (
  broker: string,
  { integrations, pacticipants, environments, pacts, present }: Mirrored,
  { branches }: MirrorChoice,
): ContractsReport => {
  const seen = versionsOf(pacts);
  const there = new Set(
    present.map(({ pacticipant, version }) => keyOf(pacticipant, version)),
  );
  const isChosen = ({ consumer, consumerVersion }: MirroredPact) =>
    !branches ||
    consumerVersion.branches.some(branch => branches.includes(branch)) ||
    there.has(keyOf(consumer, consumerVersion.number));
  return {
    broker,
    integrations: allPairs(integrations, pacts),
    pacticipants: allPacticipants(pacticipants, integrations, pacts),
    environments,
    pacts: pacts.filter(isChosen),
    inEnvironments: present.map(({ version: number, ...rest }) => ({
      ...rest,
      version: seen.get(keyOf(rest.pacticipant, number)) ?? {
        ...{ number, branches: [] },
      },
    })),
  };
};

/** Branches are told with pacts alone. */
const versionsOf = (pacts: readonly MirroredPact[]) => {
  const seen = new Map<string, MirroredVersion>();
  for (const { consumer, consumerVersion, provider, verification } of pacts) {
    seen.set(keyOf(consumer, consumerVersion.number), consumerVersion);
    const { providerVersion } = verification;
    if (providerVersion) {
      seen.set(keyOf(provider, providerVersion.number), providerVersion);
    }
  }
  return seen;
};

const allPairs = (
  integrations: Mirrored['integrations'],
  pacts: readonly MirroredPact[],
) => [
  ...new Map(
    [...integrations, ...pacts].map(({ consumer, provider }) => [
      keyOf(consumer, provider),
      { consumer, provider },
    ]),
  ).values(),
];

const allPacticipants = (
  listed: Mirrored['pacticipants'],
  integrations: Mirrored['integrations'],
  pacts: readonly MirroredPact[],
) => {
  const known = new Set(listed.map(({ name }) => name));
  const named = [...integrations, ...pacts].flatMap(
    ({ consumer, provider }) => [consumer, provider],
  );
  const others = [...new Set(named)].filter(name => !known.has(name));
  return [...listed, ...others.map(name => ({ name }))];
};
