import {
  ContractEnvironment,
  ContractMatrix,
  Instant,
  toIso,
  VerificationState,
} from '@sightline/backstage-plugin-sightline-common';
import { BrokerMirror, Contracted } from './BrokerMirror';
import { Pair, pairsOf, worstState } from './pairStates';
import { resultsIn } from './results';
import { silentSince, whyNoSilence } from './silence';
import { Traffic } from './Traffic';
import { uncontractedPairs } from './uncontracted';

type MatrixPair = ContractMatrix['pairs'][number];
type PairState = MatrixPair['state'];

const states: readonly PairState[] = [
  ...(['failed', 'unknown', 'stale', 'pending', 'never', 'success'] as const),
];

export type MatrixInput = {
  contracted: Contracted;
  traffic: Traffic;
  /** whether a pact is known to be about calls */
  isAboutCalls(pair: Pair): boolean;
  environment?: string;
  /** words that must all occur in one of the names */
  q?: string;
  state?: readonly PairState[];
  /** whether a pair may be seen */
  mayRead(pair: Pick<MatrixPair, 'consumer' | 'provider'>): boolean;
  atMost: number;
};

export const environmentsOf = (mirror: BrokerMirror): ContractEnvironment[] =>
  mirror.environments.map(environment => ({
    broker: mirror.broker,
    ...environment,
  }));

/**
 * Consumers by providers, most urgent first. Without an environment a pair is as
 * its newest pact is; within one, as the versions are that meet there:
 *
 * ```
 *   consumer there   provider there   a pair is
 *        no               ?           left out
 *       yes               no          unknown
 *       yes              yes          the worst of all that meet
 * ```
 *
 * Two on a broker who were seen calling without a pact make a pair, too: unknown,
 * and the first to be left out where there are too many.
 */
export const matrixOf = (
  input: MatrixInput,
): Omit<ContractMatrix, 'evidence'> => {
  const { contracted, traffic, environment, atMost } = input;
  const environments = contracted.mirrors.flatMap(environmentsOf);
  const found = environments.find(({ name }) => name === environment);
  const silence = whyNoSilence(traffic);
  const seen = contracted.mirrors
    .flatMap(mirror => pairsIn(input, mirror))
    .concat(uncontractedPairs(contracted, traffic, environment))
    .filter(input.mayRead)
    .filter(pair => matches(pair, input.q));
  const counts = countStates(seen);
  const chosen = seen
    .filter(({ state }) => !input.state?.length || input.state.includes(state))
    .sort(mostUrgentFirst);
  return {
    ...(found && { environment: found }),
    environments,
    pairs: chosen.slice(0, atMost),
    leftOut: Math.max(0, chosen.length - atMost),
    counts,
    ...(silence && { silence }),
  };
};

const pairsIn = (
  { contracted, traffic, environment, isAboutCalls }: MatrixInput,
  mirror: BrokerMirror,
): MatrixPair[] => {
  const shown =
    environment === undefined ? asNewest : asPresent(mirror, environment);
  return [...pairsOf(mirror).values()].flatMap(pair => {
    const view = shown(pair);
    if (!view) return [];
    const consumer = contracted.pacticipant(mirror.broker, pair.consumer);
    const provider = contracted.pacticipant(mirror.broker, pair.provider);
    const isSilent =
      consumer.service &&
      provider.service &&
      isAboutCalls(pair) &&
      silentSince(consumer.service.ref, provider.service.ref, traffic) !==
        undefined;
    const { verifiedAt, ...rest } = view;
    return {
      ...{ consumer, provider, ...rest },
      ...(isSilent && { gap: 'contract-without-traffic' as const }),
      ...(verifiedAt !== undefined && { verifiedAt: toIso(verifiedAt) }),
    };
  });
};

type View = Pick<
  MatrixPair,
  'state' | 'consumerVersions' | 'providerVersions'
> & {
  verifiedAt?: Instant;
};

const asNewest = ({ head }: Pair): View => {
  const {
    state = 'unknown',
    providerVersion,
    verifiedAt,
  } = head?.verification ?? {};
  return {
    state,
    consumerVersions: head ? [head.consumerVersion.number] : [],
    providerVersions: providerVersion ? [providerVersion.number] : [],
    ...(verifiedAt !== undefined && { verifiedAt }),
  };
};

const asPresent = (mirror: BrokerMirror, environment: string) => {
  const there = new Map<string, Set<string>>();
  for (const one of mirror.inEnvironments) {
    if (one.environment !== environment) continue;
    const versions = there.get(one.pacticipant) ?? new Set();
    there.set(one.pacticipant, versions.add(one.version.number));
  }
  const results = resultsIn(mirror.pacts);
  return ({ consumer, provider, pacts }: Pair): View | undefined => {
    const present = there.get(consumer);
    // A version that has no pact with the provider does not need it.
    const meeting = pacts.filter(({ consumerVersion }) =>
      present?.has(consumerVersion.number),
    );
    if (meeting.length === 0) return undefined;
    const providerVersions = [...(there.get(provider) ?? [])];
    const met = meeting.flatMap(pact =>
      providerVersions.map((providerVersion): PairState => {
        const consumerVersion = pact.consumerVersion.number;
        const success = results.of({
          ...{ consumer, consumerVersion, provider, providerVersion },
        });
        if (success !== undefined) return success ? 'success' : 'failed';
        const { state } = pact.verification;
        return state === 'never' || state === 'stale' ? state : 'unknown';
      }),
    );
    const verified = meeting.flatMap(
      ({ verification: { verifiedAt } }) => verifiedAt ?? [],
    );
    return {
      state: worstOf(met),
      consumerVersions: meeting.map(pact => pact.consumerVersion.number),
      providerVersions,
      ...(verified.length > 0 && { verifiedAt: Math.max(...verified) }),
    };
  };
};

const worstOf = (met: readonly PairState[]): PairState => {
  if (met.includes('failed')) return 'failed';
  if (met.length === 0 || met.includes('unknown')) return 'unknown';
  return worstState(met as VerificationState[]) ?? 'unknown';
};

const countStates = (pairs: readonly MatrixPair[]) => {
  const counts = Object.fromEntries(states.map(state => [state, 0])) as Record<
    PairState,
    number
  >;
  for (const { state } of pairs) counts[state] += 1;
  return counts;
};

const matches = ({ consumer, provider }: MatrixPair, q = ''): boolean => {
  const text = [consumer, provider]
    .map(({ name, service }) => `${name} ${service?.name ?? ''}`)
    .join(' ')
    .toLocaleLowerCase('en-US');
  return q
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .every(word => text.includes(word));
};

const rankOf = ({ state, gap }: MatrixPair) =>
  gap === 'traffic-without-contract' ? states.length : states.indexOf(state);

const mostUrgentFirst = (a: MatrixPair, b: MatrixPair): number =>
  rankOf(a) - rankOf(b) ||
  compare(a.consumer.name, b.consumer.name) ||
  compare(a.provider.name, b.provider.name);

const compare = (a: string, b: string) => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
