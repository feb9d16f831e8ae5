import { Asked, AskedText } from '../readAsked';
import { namespaceOfHost } from './namespaceOfHost';

/** `jdbc:postgresql://orders-db:5432/orders` has two schemes. */
const withScheme =
  /^(?:[a-z][a-z\d+.-]*:)*\/\/(?:[^/?#@\s]*@)?([^/?#:\s]+)(?::\d+)?([^?#\s]*)/i;
const withPort = /^([a-z\d](?:[a-z\d.-]*[a-z\d])?):\d{1,5}(\/[^?#\s]*)?$/i;
const withDots = /^([a-z\d-]+(?:\.[a-z\d-]+)+)(\/[^?#\s]*)?$/i;

const wordsAtMost = 6;

const pathTexts = (path: string): AskedText[] =>
  path
    .split('/')
    .filter(word => /\p{L}{2}/u.test(word))
    .slice(0, wordsAtMost)
    .map(text => ({ text, weight: 0.5, only: 'near' as const }));

/**
 * The host of an address and, with less weight, the first of its labels and the
 * words of the path.
 *
 * @example https://ledger.money.svc.cluster.local:9090/v1/book is the host
 * ledger.money.svc.cluster.local, perhaps ledger, and perhaps about a book
 */
export const readUrl = (text: string): Asked | undefined => {
  const plain = text.trim();
  const [, host, path = ''] =
    withScheme.exec(plain) ??
    withPort.exec(plain) ??
    withDots.exec(plain) ??
    [];
  if (!host) return undefined;
  const namespace = namespaceOfHost(host);
  const [first] = host.split('.');
  return {
    form: 'url',
    read: `The host ${host}`,
    texts: [
      { text: host, weight: 0.99, only: 'near' },
      {
        ...{ text: first, weight: 0.92, only: 'near' as const },
        ...(namespace && { namespace }),
      },
      ...pathTexts(path),
    ],
  };
};
