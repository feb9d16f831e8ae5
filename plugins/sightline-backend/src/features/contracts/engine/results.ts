import type { MirroredPact } from '@sightline/backstage-plugin-sightline-node';
import { keyOf } from './BrokerMirror';

/** What came of checking one version of a provider against one of a consumer. */
export type Checked = {
  consumer: string;
  consumerVersion: string;
  provider: string;
  providerVersion: string;
};

export type Results = {
  /** undefined: nobody has said */
  of(checked: Checked): boolean | undefined;
};

const checkedKey = ({
  consumer,
  consumerVersion,
  provider,
  providerVersion,
}: Checked) => keyOf(consumer, consumerVersion, provider, providerVersion);

const succeeded = ({ verification: { state } }: MirroredPact) => {
  if (state === 'success') return true;
  // A pending one has failed; it only does not hold its provider back.
  return state === 'failed' || state === 'pending' ? false : undefined;
};

/**
 * Results the pacts of a mirror carry: each tells of the version of the provider
 * that was checked last. Versions of a consumer with the same content share them.
 */
export const resultsIn = (pacts: readonly MirroredPact[]): Results => {
  const exact = new Map<string, boolean>();
  const shared = new Map<string, boolean>();
  const contents = new Map<string, string>();
  for (const pact of pacts) {
    const { consumer, provider, contentId, verification } = pact;
    const consumerVersion = pact.consumerVersion.number;
    const pair = keyOf(consumer, consumerVersion, provider);
    if (contentId !== undefined) contents.set(pair, contentId);
    const success = succeeded(pact);
    const providerVersion = verification.providerVersion?.number;
    if (success === undefined || providerVersion === undefined) continue;
    const checked = { consumer, consumerVersion, provider, providerVersion };
    exact.set(checkedKey(checked), success);
    if (contentId === undefined) continue;
    const content = keyOf(consumer, provider, contentId, providerVersion);
    // Where two say different things, the one that failed counts.
    shared.set(content, success && (shared.get(content) ?? true));
  }
  return {
    of(checked) {
      const { consumer, consumerVersion, provider, providerVersion } = checked;
      const known = exact.get(checkedKey(checked));
      if (known !== undefined) return known;
      const content = contents.get(keyOf(consumer, consumerVersion, provider));
      return content === undefined
        ? undefined
        : shared.get(keyOf(consumer, provider, content, providerVersion));
    },
  };
};
