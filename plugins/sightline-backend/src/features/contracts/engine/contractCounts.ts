import {
  ContractsSummary,
  ServiceRef,
  VerificationState,
} from '@sightline/backstage-plugin-sightline-common';
import { Contracted } from './BrokerMirror';
import { newestPacts } from './newestPacts';
import { placesOf } from './places';

export type ContractCounts = NonNullable<ContractsSummary['counts']>;

const countedAs: Record<VerificationState, keyof ContractCounts> = {
  success: 'verified',
  failed: 'failed',
  // It holds nobody back yet, so that it is no alarm.
  pending: 'unverified',
  stale: 'unverified',
  never: 'unverified',
};

const known = new WeakMap<
  Contracted,
  ReadonlyMap<ServiceRef, ContractCounts>
>();

/**
 * How the newest pacts of every service stand: what the page of each says, counted
 * for all of them in one go. A pact counts at its consumer and at its provider.
 */
export const contractCounts = (
  contracted: Contracted,
): ReadonlyMap<ServiceRef, ContractCounts> => {
  const before = known.get(contracted);
  if (before) return before;
  const counts = countAll(contracted);
  known.set(contracted, counts);
  return counts;
};

const countAll = ({ mirrors, pacticipant }: Contracted) => {
  const counts = new Map<ServiceRef, ContractCounts>();
  for (const mirror of mirrors) {
    const places = placesOf(mirror);
    const newest = newestPacts(
      mirror.pacts,
      pact => places(pact.consumer, pact.consumerVersion.number).length > 0,
    );
    for (const { consumer, provider, verification } of newest) {
      for (const name of [consumer, provider]) {
        const ref = pacticipant(mirror.broker, name).service?.ref;
        if (ref === undefined) continue;
        const own = counts.get(ref) ?? {
          ...{ verified: 0, failed: 0, unverified: 0 },
        };
        own[countedAs[verification.state]] += 1;
        counts.set(ref, own);
      }
    }
  }
  return counts;
};
