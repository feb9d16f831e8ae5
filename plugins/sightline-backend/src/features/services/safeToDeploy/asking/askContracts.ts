import {
  ContractVerdict,
  Instant,
  IsoTime,
  PacticipantVersion,
  ServiceRef,
  toInstant,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { DeploySources, OwnContracts } from '../DeploySources';
import { notHeardInWords } from '../engine/inWords';
import { Told } from '../engine/Told';
import { aside, holdingBack, neverHeard } from './notTold';
import { othersThan, Unheard, unheardOf } from './unheard';

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
  { now, ...asked }: AskedDeploy & { now: Instant },
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
  const unheard = await unheardOf(sources, { ...broker, now });
  if (names.length === 0 && !hasContracts(own)) {
    const verdicts =
      unheard.length > 0
        ? holdingBack('source-unavailable', mayKnow(unheard))
        : aside(unknown('no-data', nobodyKnows));
    return { verdicts, ...told };
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
  const others = othersThan(unheard, verdicts);
  return {
    verdicts: { state: 'told', value: verdicts, unheard: others },
    ...told,
  };
};

const nobodyKnows = 'No broker knows a pact of this service';
const mayKnow = (unheard: readonly Unheard[]) =>
  `No broker is known to have a pact of this service, and ${notHeardInWords(
    unheard.map(({ title }) => title),
  )}`;
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
    ...providers.map(({ consumerVersion, publishedAt }) =>
      firstHeard(consumerVersion, publishedAt),
    ),
    ...consumers.map(({ verification }) =>
      firstHeard(verification.providerVersion, verification.verifiedAt),
    ),
    ...deployed.map(({ version, since }) => firstHeard(version, since)),
  ].sort((a, b) => b.at - a.at)[0]?.number;

/**
 * When a version was made, or else when it was first heard of: dashboards say it of
 * none. Who says neither is the oldest.
 */
const firstHeard = (
  version: PacticipantVersion | undefined,
  heard: IsoTime | undefined,
) => ({
  number: version?.number,
  at: version ? toInstant(version.createdAt ?? heard ?? '') ?? 0 : -1,
});
