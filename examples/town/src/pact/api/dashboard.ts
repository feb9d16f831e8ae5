import { BRANCH } from '../matrix/Side.ts';
import type { Pact } from '../model/Broker.ts';
import { iso, type Asked, type Link, type Reply } from './Asked.ts';
import { pacticipantPath, versionPath } from './pacticipants.ts';
import { pactPath, resultPath } from './pacts.ts';
import { paged } from './pages.ts';

/** Who asks for no page gets no more than these, and no word about the others. */
const SHOWN = 30;

/** The newest pact of every pair with its last result; of one pair, if one was named. */
export function replyDashboard({ broker, params, query, link }: Asked): Reply {
  const { consumer, provider } = params;
  const pacts = broker.pacts
    .filter(one => consumer === undefined || one.consumer === consumer)
    .filter(one => provider === undefined || one.provider === provider)
    .sort((a, b) => b.createdMs - a.createdMs);
  const found = paged(pacts, query);
  if ('refused' in found) return found.refused;
  const shown = found.page ? found.items : found.items.slice(0, SHOWN);
  return { body: { items: shown.map(pact => itemOf(pact, link)) } };
}

const branches = { branch: BRANCH, headBranchNames: [BRANCH] };

function itemOf(pact: Pact, link: Link) {
  const { consumer, provider, version, createdMs } = pact;
  const last = pact.verifications.at(-1);
  return {
    consumer: {
      name: consumer,
      version: {
        ...{ number: version, ...branches },
        _links: { self: link(versionPath(consumer, version)) },
      },
      _links: { self: link(pacticipantPath(consumer)) },
    },
    provider: {
      name: provider,
      version: last ? { number: last.providerVersion, ...branches } : null,
      _links: { self: link(pacticipantPath(provider)) },
    },
    pact: {
      createdAt: iso(createdMs),
      _links: { self: link(pactPath(pact)) },
    },
    pactTags: [],
    latestVerificationResult: last
      ? {
          ...{ success: last.success, verifiedAt: iso(last.atMs) },
          _links: { self: link(resultPath(pact, last)) },
        }
      : null,
    latestVerificationResultTags: [],
    verificationStatus: statusOf(last?.success),
    // Always so over HTTP, whatever there is.
    ...{ webhookStatus: 'none', latestWebhookExecution: null },
    _links: {
      'pb:webhook-status': link(`${pactPath(pact)}/webhooks/status`, {
        title: `Status of webhooks for ${consumer}/${provider} pact`,
      }),
    },
  };
}

const statusOf = (success: boolean | undefined) => {
  if (success === undefined) return 'never';
  return success ? 'success' : 'failed';
};
