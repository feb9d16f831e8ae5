import type { Truth } from '@sightline/town';

type TruePact = Truth['pacts'][number];

/** A pair of the matrix, of what the API answers. */
export type PairAnswer = {
  consumer: Named;
  provider: Named;
  state: string;
  consumerVersions: string[];
  providerVersions: string[];
  gap?: 'traffic-without-contract' | 'contract-without-traffic';
};
/** Two names of a pair in which calls and pacts disagree. */
export const gapsOfAnswer = (
  pairs: readonly PairAnswer[],
  kind: NonNullable<PairAnswer['gap']>,
): string[] =>
  pairs
    .filter(({ gap }) => gap === kind)
    .map(({ consumer, provider }) => `${consumer.name} → ${provider.name}`)
    .sort();

const pactOf = ({ services }: Truth, service: string) =>
  services.find(({ name }) => name === service)?.pact;

/** Pairs on the broker that call each other, declared or not, and no pact speaks of it. */
export const uncontractedOfTruth = (truth: Truth): string[] =>
  truth.drift
    .filter(({ observed, contract }) => observed && contract === 'no')
    .map(({ from, to }) => [pactOf(truth, from), pactOf(truth, to)])
    .filter(names => names.every(Boolean))
    .map(names => names.join(' → '))
    .sort();

/** Pairs with a pact that do not call each other. */
export const silentOfTruth = (truth: Truth): string[] =>
  truth.planted
    .filter(({ kind }) => kind === 'contract-without-traffic')
    .map(({ services }) =>
      services.map(name => pactOf(truth, name)).join(' → '),
    );

type Named = { name: string; service?: { ref: string } };

/** The portal's words for how a pact stands. */
const words = { verified: 'success', failed: 'failed', never: 'never' };

export const stateOfTruth = (pact: TruePact): string =>
  [
    ...[pact.consumer, pact.consumerVersion, '→', pact.provider],
    ...[pact.providerVersion ?? '-', words[pact.state]],
  ].join(' ');

export const stateOfAnswer = (pair: PairAnswer): string =>
  [
    ...[pair.consumer.name, pair.consumerVersions.join(), '→'],
    ...[pair.provider.name, pair.providerVersions.join() || '-', pair.state],
  ].join(' ');

const isThere = ({ pacts }: Truth, pacticipant: string, environment: string) =>
  pacts.some(
    ({ consumer, provider, environments }) =>
      environments.includes(environment) &&
      (consumer === pacticipant || provider === pacticipant),
  );

/**
 * Pacts whose consumer is there. One whose provider is not is unknown: what it needs
 * cannot be kept, nor broken.
 */
export const pactsIn = (truth: Truth, environment: string) =>
  truth.pacts
    .filter(({ consumer }) => isThere(truth, consumer, environment))
    .map(({ consumer, provider, state, environments }) => ({
      ...{ consumer, provider },
      state: environments.includes(environment) ? words[state] : 'unknown',
    }));

/** Who is somewhere, with the version of its pacts. */
export const placesOfTruth = (truth: Truth) => {
  const versions = truth.pacts.flatMap(pact => [
    [pact.consumer, pact.consumerVersion],
    ...(pact.providerVersion === null
      ? []
      : [[pact.provider, pact.providerVersion]]),
  ]);
  return truth.environments.flatMap(({ name: environment }) =>
    [...new Map(versions as [string, string][])]
      .filter(([pacticipant]) => isThere(truth, pacticipant, environment))
      .map(([pacticipant, version]) => ({ pacticipant, version, environment })),
  );
};

/**
 * May this version be where it is? One failed pact is a no, whatever is unknown beside
 * it; else one that is unknown, on either side, leaves it open.
 */
export const verdictOfTruth = (
  truth: Truth,
  pacticipant: string,
  environment: string,
): 'yes' | 'no' | 'unknown' => {
  const states = pactsIn(truth, environment)
    .filter(
      ({ consumer, provider, state }) =>
        consumer === pacticipant ||
        (provider === pacticipant && state !== 'unknown'),
    )
    .map(({ state }) => state);
  if (states.includes('failed')) return 'no';
  return states.every(state => state === 'success') ? 'yes' : 'unknown';
};
