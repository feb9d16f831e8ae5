/** Nearly all names are; what else there is costs twenty times as much. */
// eslint-disable-next-line no-control-regex
const isPlain = /^[\u0000-\u007f]*$/;

/** Lower case, without accents: `chloe` finds Chloé. */
const fold = (text: string): string =>
  isPlain.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLocaleLowerCase('en-US');

/**
 * What two spellings of one name have in common: letters and digits alone.
 *
 * @example `payment-api`, `Payment API` and `paymentApi` are all `paymentapi`
 */
export const squash = (text: string): string =>
  isPlain.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, '')
    : fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

const humps = (text: string): string =>
  text
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');

/**
 * The words of a name, split at separators and humps.
 *
 * @example `registry.example/shop/PricingSvc` is [registry, example, shop, pricing, svc]
 */
export const wordsOf = (text: string): string[] => {
  const plain = isPlain.test(text);
  const isLower = plain && !/[A-Z]/.test(text);
  const parted = isLower ? text : humps(text);
  return fold(parted)
    .split(plain ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u)
    .filter(Boolean);
};
