import {
  ContractVerdict,
  VerdictReason,
} from '@sightline/backstage-plugin-sightline-common';
import { Demand, demandsOf, DemandsInput } from './demands';

export type VerdictInput = DemandsInput & {
  /** why the broker could not be asked now, in words */
  unavailable?: string;
};

export type Verdict = Pick<
  ContractVerdict,
  'answer' | 'reasons' | 'brokerSays'
>;

type Kind = VerdictReason['kind'];

/** What each reason alone would make of the answer, in the order in which they are told. */
const weighs: Record<Kind, ContractVerdict['answer'] | 'nothing'> = {
  failed: 'no',
  'no-such-version': 'unknown',
  'no-result': 'unknown',
  'co-deployed-without-result': 'unknown',
  'not-deployed': 'unknown',
  'broker-unavailable': 'unknown',
  verified: 'yes',
  'nothing-needed': 'yes',
  ignored: 'nothing',
  'disagrees-with-broker': 'nothing',
};

const order = Object.keys(weighs) as Kind[];

/**
 * Our own reading of what a broker knows. One failed row is a no, however much is
 * unknown beside it (a broker says "unknown" then); a row without a result is
 * never a yes.
 *
 * ```
 *   any failed              no
 *   else any unknown        unknown
 *   else all verified,
 *   or nothing is needed    yes
 * ```
 */
export const readVerdict = (input: VerdictInput): Verdict => {
  const demands = demandsOf(input);
  const reasons = [
    ...demands.map(demand => reasonOf(demand, demands, input)),
    ...(input.broker?.missing === undefined
      ? []
      : [noSuchVersion(input.broker.missing)]),
    ...(input.unavailable === undefined ? [] : [away(input.unavailable)]),
  ];
  const counting = reasons.filter(({ kind }) => kind !== 'ignored');
  if (counting.length === 0) reasons.push(nothingNeeded(input));
  const answer = answerOf(reasons);
  const brokerSays = input.broker?.says;
  if (brokerSays !== undefined && brokerSays !== answer) {
    reasons.push({
      kind: 'disagrees-with-broker',
      words: `The broker itself says ${brokerSays}`,
    });
  }
  reasons.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return {
    ...{ answer, reasons },
    ...(brokerSays !== undefined && { brokerSays }),
  };
};

const answerOf = (
  reasons: readonly VerdictReason[],
): ContractVerdict['answer'] => {
  const weights = reasons.map(({ kind }) => weighs[kind]);
  if (weights.includes('no')) return 'no';
  return weights.includes('unknown') ? 'unknown' : 'yes';
};

const nothingNeeded = ({
  pacticipant,
  version,
  environment,
}: VerdictInput) => ({
  kind: 'nothing-needed' as const,
  words: `${pacticipant} ${version} needs nobody in ${environment}, and nobody there needs it`,
});

const noSuchVersion = (missing: string): VerdictReason => ({
  kind: 'no-such-version',
  words: `The broker knows nothing of ${missing}`,
});

const away = (words: string): VerdictReason => ({
  kind: 'broker-unavailable',
  words: `The broker could not be asked: ${words}`,
});

const reasonOf = (
  demand: Demand,
  all: readonly Demand[],
  { environment }: VerdictInput,
): VerdictReason => {
  const kind = kindOf(demand, all);
  const { consumer, consumerVersion, provider, providerVersion } = demand;
  return {
    ...{ kind, words: wordsOf(kind, demand, environment) },
    ...{ consumer, consumerVersion, provider },
    ...(providerVersion !== undefined && { providerVersion }),
    environment,
  };
};

const kindOf = (demand: Demand, all: readonly Demand[]): Kind => {
  if (demand.ignored) return 'ignored';
  if (demand.success !== undefined) {
    return demand.success ? 'verified' : 'failed';
  }
  if (demand.providerVersion === undefined) return 'not-deployed';
  const hasSibling = all.some(
    ({ consumer, provider, success }) =>
      consumer === demand.consumer &&
      provider === demand.provider &&
      success !== undefined,
  );
  return demand.isUnmentioned && hasSibling
    ? 'co-deployed-without-result'
    : 'no-result';
};

const wordsOf = (
  kind: Kind,
  { consumer, consumerVersion, provider, providerVersion }: Demand,
  environment: string,
): string => {
  const asking = `${consumer} ${consumerVersion}`;
  const asked =
    providerVersion === undefined ? provider : `${provider} ${providerVersion}`;
  switch (kind) {
    case 'ignored':
      return `${asked} with ${asking} was left aside, as asked`;
    case 'verified':
      return `${asked} keeps the pact of ${asking}`;
    case 'failed':
      return `${asked} fails the pact of ${asking}`;
    case 'not-deployed':
      return `${asking} needs ${provider}, of which no version is in ${environment}`;
    case 'co-deployed-without-result':
      return `${asked} and ${asking} would meet in ${environment} beside versions that were checked, and have no result`;
    default:
      return `Nobody has checked whether ${asked} keeps the pact of ${asking}`;
  }
};
