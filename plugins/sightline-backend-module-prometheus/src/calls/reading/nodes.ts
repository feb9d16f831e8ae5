import {
  CallNode,
  CallNodeKind,
} from '@sightline/backstage-plugin-sightline-common';
import {
  hostName,
  templateName,
} from '@sightline/backstage-plugin-sightline-node/spans';

/** What labels say of one end besides its name. */
export type Surroundings = { environment: string; namespace: string };

const unnamedService = /^unknown_service(:|$)/;

/**
 * Whether a word names nothing that is the same tomorrow: an address, an id, or
 * what stands where nobody gave a name (`unknown`, `unknown_service:java`).
 */
const isNameless = (word: string): boolean =>
  hostName(word) === undefined ||
  templateName(word) === '{id}' ||
  unnamedService.test(word);

/** A node of this name, or of none when the word is no name. */
export const namedNode = (
  kind: CallNodeKind,
  name: string,
  { environment, namespace }: Surroundings,
): CallNode =>
  isNameless(name)
    ? { kind: 'unnamed', environment, namespace: '', name: '' }
    : { kind, environment, namespace, name };

/** Whoever calls and says nothing. */
export const outsideNode = (environment: string): CallNode => ({
  kind: 'outside',
  environment,
  namespace: '',
  name: '',
});

/**
 * What a client calls someone that says nothing itself: the name it was
 * configured with, a host, or all of an address.
 *
 * @example `https://api.cardrail.example/v1` → api.cardrail.example;
 * `rates.shop.svc.cluster.local:80` → rates in shop; `Old ERP` stays
 */
export const externalNode = (said: string, environment: string): CallNode => {
  const isAddress = /^\w+:\/\//.test(said) && URL.canParse(said);
  const word = isAddress ? new URL(said).host : said;
  const host = /[.:]/.test(word) ? hostName(word) : undefined;
  return namedNode('external', host?.name ?? word, {
    environment,
    namespace: host?.namespace ?? '',
  });
};
