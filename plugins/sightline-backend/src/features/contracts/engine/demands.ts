import type {
  BrokerVerdict,
  VerdictRow,
} from '@sightline/backstage-plugin-sightline-node';
import { BrokerMirror, keyOf } from './BrokerMirror';
import { resultsIn } from './results';

export type Question = {
  pacticipant: string;
  version: string;
  environment: string;
};

/** Two versions that would meet, and what is known of them. */
export type Demand = {
  consumer: string;
  consumerVersion: string;
  provider: string;
  /** left out where no version of the provider is there */
  providerVersion?: string;
  /** undefined: there is no result */
  success?: boolean;
  ignored?: boolean;
  /** only found by looking at what is there: the broker says nothing of it */
  isUnmentioned?: boolean;
};

export type DemandsInput = Question & {
  mirror: BrokerMirror;
  /** what the broker said; `isOld` when it could not be asked anew */
  broker?: BrokerVerdict & { isOld?: boolean };
};

/**
 * Everything that would meet the version: rows of the broker, and beside them what
 * its mirror says is there. A broker looks at one instance of a provider and says
 * yes; here every version that is there must have a result.
 *
 * ```
 *   mobile 5.1.0 ──▶ payments 8aa0000   verified            a row of the broker
 *                └─▶ payments 7f3c2a1   runs there, too     no row: added
 * ```
 */
export const demandsOf = (input: DemandsInput): Demand[] => {
  const rows = rowsOf(input);
  const ignored = new Set(
    rows.filter(one => one.ignored).map(one => otherOf(one, input)),
  );
  const demands = new Map<string, Demand>();
  const add = (demand: Demand) => {
    const { consumer, consumerVersion, provider, providerVersion } = demand;
    const key = keyOf(consumer, consumerVersion, provider, providerVersion);
    const before = demands.get(key);
    if (!before || weightOf(demand) > weightOf(before)) {
      demands.set(key, demand);
    }
  };
  rows.forEach(add);
  const { of: resultOf } = resultsIn(input.mirror.pacts);
  for (const meeting of meetings(input, rows)) {
    if (ignored.has(otherOf(meeting, input))) continue;
    const { providerVersion } = meeting;
    const success =
      providerVersion === undefined
        ? undefined
        : resultOf({ ...meeting, providerVersion });
    add({
      ...meeting,
      ...(success !== undefined && { success }),
      isUnmentioned: true,
    });
  }
  return [...demands.values()];
};

/** Of two that speak of the same the worse counts, and a result before none. */
const weightOf = ({ ignored, success, isUnmentioned }: Demand): number => {
  if (ignored) return 1;
  if (success === undefined) return isUnmentioned ? 0 : 2;
  return success ? 3 : 4;
};

type Ends = Pick<
  Demand,
  'consumer' | 'consumerVersion' | 'provider' | 'providerVersion'
>;

const otherOf = ({ consumer, provider }: Ends, { pacticipant }: Question) =>
  consumer === pacticipant ? provider : consumer;

const versionsIn = (
  { mirror, environment }: DemandsInput,
  pacticipant: string,
): string[] => [
  ...new Set(
    mirror.inEnvironments
      .filter(
        one =>
          one.environment === environment && one.pacticipant === pacticipant,
      )
      .map(({ version }) => version.number),
  ),
];

/** Rows of the broker; of old ones those whose other side is still there. */
const rowsOf = (input: DemandsInput): Demand[] => {
  const { pacticipant, version, broker } = input;
  return (broker?.rows ?? []).flatMap(row => {
    const { verifiedAt: _, ...demand } = row;
    if (row.consumer !== pacticipant) {
      // A row without a version of the provider is about the version asked for.
      const whole = { ...demand, providerVersion: version };
      return isStillThere(input, row.consumer, row.consumerVersion)
        ? [whole]
        : [];
    }
    if (row.providerVersion === undefined) {
      const there = versionsIn(input, row.provider);
      return there.length === 0
        ? [demand]
        : there.map(providerVersion => ({ ...demand, providerVersion }));
    }
    return isStillThere(input, row.provider, row.providerVersion)
      ? [demand]
      : [];
  });
};

/** An answer that was just given knows better than a mirror. */
const isStillThere = (input: DemandsInput, name: string, version: string) =>
  !input.broker?.isOld || versionsIn(input, name).includes(version);

/** Who would meet whom, as the mirror says. */
const meetings = (
  input: DemandsInput,
  rows: readonly Pick<VerdictRow, 'consumer' | 'provider'>[],
): Ends[] => {
  const { mirror, pacticipant, version } = input;
  const needed = new Set([
    ...mirror.pacts
      .filter(
        ({ consumer, consumerVersion }) =>
          consumer === pacticipant && consumerVersion.number === version,
      )
      .map(({ provider }) => provider),
    ...rows
      .filter(({ consumer }) => consumer === pacticipant)
      .map(({ provider }) => provider),
  ]);
  const own = { consumer: pacticipant, consumerVersion: version };
  const asConsumer = [...needed].flatMap((provider): Ends[] => {
    const there = versionsIn(input, provider);
    return there.length === 0
      ? [{ ...own, provider }]
      : there.map(providerVersion => ({ ...own, provider, providerVersion }));
  });
  const asProvider = mirror.pacts
    .filter(
      ({ consumer, consumerVersion, provider }) =>
        provider === pacticipant &&
        consumer !== pacticipant &&
        versionsIn(input, consumer).includes(consumerVersion.number),
    )
    .map(({ consumer, consumerVersion }) => ({
      ...{ consumer, consumerVersion: consumerVersion.number },
      ...{ provider: pacticipant, providerVersion: version },
    }));
  return [...asConsumer, ...asProvider];
};
