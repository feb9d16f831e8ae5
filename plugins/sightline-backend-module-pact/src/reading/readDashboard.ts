import type {
  MirroredPact,
  MirroredVersion,
} from '@sightline/backstage-plugin-sightline-node';
import { VerificationState } from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';
import { Listing, maybeText, named, readListing, time } from './listing';

const version = z
  .object({
    number: z.string().min(1),
    branch: maybeText,
    headBranchNames: z.array(z.string()).catch([]),
  })
  .transform(
    ({ number, branch, headBranchNames }): MirroredVersion => ({
      number,
      branches: [...new Set([...(branch ? [branch] : []), ...headBranchNames])],
    }),
  );

const result = z.object({ success: z.boolean(), verifiedAt: time });

const item = z
  .object({
    consumer: named.extend({ version }),
    provider: named.extend({ version: version.nullish().catch(undefined) }),
    pact: z.object({ createdAt: time }).nullish(),
    latestVerificationResult: result.nullish().catch(undefined),
    verificationStatus: z.string().nullish().catch(undefined),
  })
  .transform(
    ({
      consumer,
      provider,
      pact,
      latestVerificationResult: last,
      verificationStatus,
    }): MirroredPact => ({
      consumer: consumer.name,
      provider: provider.name,
      consumerVersion: consumer.version,
      ...(pact?.createdAt !== undefined && { publishedAt: pact.createdAt }),
      verification: {
        state: stateOf(verificationStatus, last?.success),
        ...(provider.version && { providerVersion: provider.version }),
        ...(last?.verifiedAt !== undefined && { verifiedAt: last.verifiedAt }),
      },
    }),
  );

const states: Record<string, VerificationState> = {
  success: 'success',
  failed: 'failed',
  failed_pending: 'pending',
  stale: 'stale',
  never: 'never',
};

/** A word we do not know yet is read by what the last result says. */
const stateOf = (
  status: string | null | undefined,
  success: boolean | undefined,
): VerificationState => {
  const known = Object.hasOwn(states, status ?? '')
    ? states[status ?? '']
    : undefined;
  if (known) return known;
  if (success === undefined) return 'never';
  return success ? 'success' : 'failed';
};

const dashboard = z.object({ items: z.unknown().optional() });

/** The newest pacts of each pair: overall, by branch, tag and environment. */
export const readDashboard = (json: unknown): Listing<MirroredPact> =>
  readListing(json, dashboard.safeParse(json).data?.items, item);
