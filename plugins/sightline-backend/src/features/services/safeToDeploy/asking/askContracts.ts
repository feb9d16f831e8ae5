import {
  ContractVerdict,
  PacticipantVersion,
  ServiceRef,
  toInstant,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { DeploySources, OwnContracts } from '../DeploySources';
import { Told } from '../engine/Told';
import { aside, holdingBack, neverHeard } from './notTold';

export type AskedDeploy = { version?: string; environment?: string };

/** What contracts say, and which version and environment they were asked about. */
export type ContractsTold = {
  verdicts: Told<readonly ContractVerdict[]>;
  version?: string;
  environment?: string;
};

/** Where a version goes when nobody says so. */
export const usualEnvironment = 'production';

const broker = {
  ...{ kind: 'pact', what: 'Pact Broker', docs: 'docs/pact-broker.md' },
};

/**
 * Without a version the newest one that contracts know is meant, without an
 * environment the one that brokers call production.
 */
export const askContracts = async (
  sources: Pick<DeploySources, 'contracts' | 'statuses'>,
  service: ServiceRef,
  asked: AskedDeploy,
): Promise<ContractsTold> => {
  const { contracts } = sources;
  if (!(await contracts.isKnown())) {
    const verdicts = await neverHeard(sources, broker);
    return { verdicts, ...asked };
  }
  const own = await contracts.ofService(service);
  const environment = asked.environment ?? productionOf(own);
  const version = asked.version ?? newestOf(own);
  const told = { version, environment };
  const names = [...new Set(own.environments.map(({ name }) => name))];
  if (names.length === 0 && !hasContracts(own)) {
    return { verdicts: aside(unknown('no-data', nobodyKnows)), ...told };
  }
  if (!names.includes(environment)) {
    const words = nowhere(environment, names);
    return { verdicts: holdingBack('no-data', words), ...told };
  }
  if (version === undefined) {
    return { verdicts: holdingBack('no-data', nameOne), ...told };
  }
  const verdicts = await contracts.verdictsOf(service, {
    ...{ version, environment },
  });
  return { verdicts: { state: 'told', value: verdicts }, ...told };
};

const nobodyKnows = 'No broker knows a pact of this service';
const nameOne =
  'Contracts know no version of this service: name the one to deploy';

const nowhere = (environment: string, names: readonly string[]) =>
  names.length === 0
    ? 'Its broker knows no environments'
    : `Its broker has no environment '${environment}': there is ${names.join(
        ', ',
      )}`;

const hasContracts = ({ providers, consumers, deployed }: OwnContracts) =>
  providers.length + consumers.length + deployed.length > 0;

const productionOf = ({ environments }: OwnContracts): string => {
  const names = environments
    .filter(({ production }) => production)
    .map(({ name }) => name);
  return names.includes(usualEnvironment)
    ? usualEnvironment
    : names[0] ?? usualEnvironment;
};

const newestOf = ({
  providers,
  consumers,
  deployed,
}: OwnContracts): string | undefined =>
  [
    ...providers.map(({ consumerVersion }) => consumerVersion),
    ...consumers.map(({ verification }) => verification.providerVersion),
    ...deployed.map(({ version }) => version),
  ]
    .filter(version => version !== undefined)
    .sort((a, b) => bornAt(b) - bornAt(a))[0]?.number;

/** Who does not say when it was made is the oldest. */
const bornAt = ({ createdAt }: PacticipantVersion): number =>
  toInstant(createdAt ?? '') ?? 0;
