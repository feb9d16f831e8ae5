import {
  ContractsSummary,
  Millis,
  ServiceRef,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { contractCounts } from '../engine/contractCounts';
import { evidenceOf } from '../engine/evidenceOf';
import { MirrorReader } from '../mirror/createMirrorReader';

export type ContractsRow = {
  readonly word: 'contracts';
  readonly every: Millis;
  read(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, ContractsSummary>>;
};

/** Mirrors tell of what changed; names come to mean another service without a word. */
const every: Millis = 300_000;

/**
 * What a row of the Fleet says about contracts. Where no broker is set up there is
 * nothing to show; where none could be mirrored yet nobody knows.
 */
export const createContractsRow = (options: {
  mirrors: MirrorReader;
  hasBrokers: boolean;
}): ContractsRow => ({
  ...{ word: 'contracts', every },
  async read(refs) {
    if (!options.hasBrokers) return new Map();
    const contracted = await options.mirrors.read();
    const evidence = evidenceOf(contracted);
    if (!evidence) {
      const never = unknown(
        'source-unavailable',
        'No Pact Broker could be mirrored yet: see Sources',
      );
      return new Map(refs.map(ref => [ref, { unknown: never }]));
    }
    const all = contractCounts(contracted);
    return new Map(
      refs.flatMap(ref => {
        const counts = all.get(ref);
        return counts ? [[ref, { counts, evidence }] as const] : [];
      }),
    );
  },
});
