import type { Pact, Verification } from '../model/Broker.ts';
import type { Side } from './Side.ts';

/** A pact, and a version of its provider that was checked against it, or none. */
export type Row = {
  pact: Pact;
  verification?: Verification;
  consumer: Side;
  provider: Side;
  ignored: boolean;
};

export type RowsQuestion = {
  /** who was asked about, and whoever has to do with them */
  sideOf(pacticipant: string): Side | undefined;
  /** of how many results the last one counts: `cvpv` for each version of the provider, `cvp` for all */
  latestBy?: string;
  /** so many at most, before the latest of them are chosen */
  limit?: number;
  isIgnored(pacticipant: string, version?: string): boolean;
};

/**
 * Pacts beside results, as a left join has them: where any version of the provider
 * that is looked at has a result, those that have none leave no trace.
 *
 * ```
 *   Orders 9.3.2 ─▶ pricing-svc   3.8.0 verified, 3.6.2 not   one row, with 3.8.0
 *                                 neither                     one row, with nothing
 * ```
 */
export function rowsOf(
  pacts: readonly Pact[],
  { sideOf, limit = Infinity, latestBy, isIgnored }: RowsQuestion,
): Row[] {
  const joined = [...pacts]
    .sort((a, b) => b.createdMs - a.createdMs)
    .flatMap((pact): Row[] => {
      const consumer = sideOf(pact.consumer);
      const provider = sideOf(pact.provider);
      if (!consumer || !provider) return [];
      if (!consumer.isNamed && !provider.isNamed) return [];
      if (!isAmong(consumer, pact.version)) return [];
      return resultsOf(pact, provider).map(verification => ({
        ...{ pact, verification, consumer, provider },
        ignored:
          isIgnored(pact.consumer, pact.version) ||
          isIgnored(pact.provider, verification?.providerVersion),
      }));
    });
  const rows = latestOf(joined.slice(0, limit), latestBy);
  return [
    ...rows.filter(({ ignored }) => !ignored),
    ...rows.filter(({ ignored }) => ignored),
  ];
}

const isAmong = ({ versions }: Side, version: string) =>
  versions === undefined || versions.includes(version);

function resultsOf({ verifications }: Pact, provider: Side) {
  const found = verifications.filter(one =>
    isAmong(provider, one.providerVersion),
  );
  return found.length > 0 ? found : [undefined];
}

/** Results of a pact are in the order in which they came. */
function latestOf(rows: Row[], by: RowsQuestion['latestBy']): Row[] {
  const nameOf = ({ pact, verification }: Row) =>
    JSON.stringify([
      ...[pact.consumer, pact.version, pact.provider],
      ...(by === 'cvpv' ? [verification?.providerVersion] : []),
    ]);
  return by === 'cvp' || by === 'cvpv'
    ? [...new Map(rows.map(row => [nameOf(row), row])).values()]
    : rows;
}
