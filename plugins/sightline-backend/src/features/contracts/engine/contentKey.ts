import type { MirroredPact } from '@sightline/backstage-plugin-sightline-node';
import { createHash } from 'node:crypto';
import { keyOf } from './BrokerMirror';

/**
 * What a pact's content is kept by. A dashboard does not name it; then it is that of
 * one version of the consumer, as it was published.
 */
export const contentKey = ({
  contentId,
  consumer,
  provider,
  consumerVersion: { number },
  publishedAt,
}: MirroredPact): string =>
  contentId ??
  createHash('sha256')
    .update(keyOf(consumer, provider, number, String(publishedAt)))
    .digest('base64url')
    .slice(0, 22);
