import { Pacticipant } from '@sightline/backstage-plugin-sightline-common';
import {
  ContractPair,
  PairLook,
  lookOf,
  pairStates,
} from '../../../ui/contracts/contractWords';
import { partyId } from '../pairKey';

/**
 * Pairs as a matrix:
 *
 * ```
 *               Payments  Catalog        providers
 *   Orders         ◆                     cell(0, 0) is a pair,
 *   web-bff                  ●           cell(0, 1) is none
 *   consumers
 * ```
 */
export type ContractGrid = {
  consumers: Pacticipant[];
  providers: Pacticipant[];
  cell(row: number, column: number): ContractPair | undefined;
};

/** `urgent`: who has the worst pair stands first, so that trouble gathers in the corner. */
export type GridOrder = 'urgent' | 'name';

const urgency: readonly PairLook[] = ['failed', 'none', ...pairStates.slice(1)];

type Side = 'consumer' | 'provider';

export function gridOf(
  pairs: readonly ContractPair[],
  order: GridOrder,
): ContractGrid {
  const consumers = partiesOf(pairs, 'consumer', order);
  const providers = partiesOf(pairs, 'provider', order);
  const rows = placesOf(consumers);
  const columns = placesOf(providers);
  const cells = new Map(
    pairs.map(pair => [
      `${rows.get(partyId(pair.consumer))} ${columns.get(
        partyId(pair.provider),
      )}`,
      pair,
    ]),
  );
  return {
    ...{ consumers, providers },
    cell: (row, column) => cells.get(`${row} ${column}`),
  };
}

const placesOf = (parties: readonly Pacticipant[]) =>
  new Map(parties.map((party, place) => [partyId(party), place]));

const partiesOf = (
  pairs: readonly ContractPair[],
  side: Side,
  order: GridOrder,
): Pacticipant[] => {
  const worst = new Map<string, { party: Pacticipant; rank: number }>();
  for (const pair of pairs) {
    const party = pair[side];
    const id = partyId(party);
    const rank = urgency.indexOf(lookOf(pair));
    worst.set(id, {
      party,
      rank: Math.min(rank, worst.get(id)?.rank ?? rank),
    });
  }
  return [...worst.values()]
    .sort(
      (a, b) =>
        (order === 'urgent' ? a.rank - b.rank : 0) ||
        a.party.name.localeCompare(b.party.name, 'en') ||
        a.party.broker.localeCompare(b.party.broker, 'en'),
    )
    .map(({ party }) => party);
};

/** The next pair in reading order, or the one before; undefined: there is none. */
export function pairAfter(
  { consumers, providers, cell }: ContractGrid,
  from: { row: number; column: number },
  step: 1 | -1,
): { row: number; column: number } | undefined {
  const width = providers.length;
  const end = consumers.length * width;
  let at = from.row * width + from.column + step;
  while (at >= 0 && at < end) {
    const place = { row: Math.floor(at / width), column: at % width };
    if (cell(place.row, place.column)) {
      return place;
    }
    at += step;
  }
  return undefined;
}
