/** What a name comes down to once a decoration is taken off. */
export type NameForm = {
  /** tokens joined, in the singular: what two names are compared by */
  core: string;
  /** `orders` and `order` have the same core */
  isPlural?: true;
  /** the last of several tokens: `exports` of `report-exports` */
  last?: string;
  /** the ending taken off, as written: `svc` */
  ending?: string;
  /** the words in front taken off or put on: `shop` */
  prefix?: string;
};

/** Endings that say what a thing is, not which one; equal ones share a class. */
const endings: Record<string, string> = {
  service: 'service',
  svc: 'service',
  srv: 'service',
  server: 'service',
  api: 'api',
  app: 'app',
  worker: 'worker',
  provider: 'provider',
};

/** Whether two endings say the same: `-svc` and `-service` do. */
export const sameEnding = (a?: string, b?: string): boolean =>
  (a && endings[a]) === (b && endings[b]);

/**
 * Splits at separators and humps.
 *
 * @example `PricingSvc` and `pricing_svc` are both [pricing, svc]; `OrdersAPI` is [orders, api]
 */
const tokensOf = (name: string): string[] =>
  name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLocaleLowerCase('en-US')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

export const plain = (name: string): string => tokensOf(name).join('');

const startsWith = (tokens: string[], prefix: string[]) =>
  prefix.length > 0 &&
  prefix.length < tokens.length &&
  prefix.every((token, at) => tokens[at] === token);

const endsWith = (tokens: string[], suffix: string[]) =>
  suffix.length > 0 &&
  suffix.length < tokens.length &&
  suffix.every(
    (token, at) => tokens[tokens.length - suffix.length + at] === token,
  );

/** Endings that people also write without a gap: `cartservice`. */
const glued = /^(.{3,})(service|svc)$/;

/**
 * Tokens without the ending of the last.
 *
 * @example [cart, service] and [cartservice] are both [cart] with the ending service
 */
const takeEnding = (tokens: string[]) => {
  const last = tokens[tokens.length - 1] ?? '';
  if (tokens.length > 1 && endings[last]) {
    return { tokens: tokens.slice(0, -1), ending: last };
  }
  const [, word, ending] = glued.exec(last) ?? [];
  return word ? { tokens: [...tokens.slice(0, -1), word], ending } : { tokens };
};

/** Short words and those on -ss are no plurals: `news` is, and nobody minds. */
const singular = (word: string) =>
  word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;

const withoutEnding = (all: string[], prefix?: string): NameForm => {
  const { tokens, ending } = takeEnding(all);
  const word = tokens[tokens.length - 1] ?? '';
  const last = singular(word);
  return {
    core: [...tokens.slice(0, -1), last].join(''),
    ...(last !== word && { isPlural: true }),
    ...(tokens.length > 1 && { last }),
    ...(ending && { ending }),
    ...(prefix && { prefix }),
  };
};

/**
 * The forms under which a name may be known, the plain one first: without the
 * words around it (company, namespace; Istio writes `payments.shop`).
 */
export const formsOf = (
  name: string,
  around: readonly string[],
): NameForm[] => {
  const tokens = tokensOf(name);
  const forms = [withoutEnding(tokens)];
  for (const word of around) {
    const inner = tokensOf(word);
    if (startsWith(tokens, inner)) {
      forms.push(withoutEnding(tokens.slice(inner.length), word));
    } else if (endsWith(tokens, inner)) {
      forms.push(withoutEnding(tokens.slice(0, -inner.length), word));
    }
  }
  return forms.filter(form => form.core !== '');
};

/** The same, and with a group's name in front: others may write what we leave out. */
export const formsWithin = (
  name: string,
  around: readonly string[],
): NameForm[] => {
  const forms = formsOf(name, around);
  const [base] = forms;
  return base
    ? [
        ...forms,
        ...around.map(word => ({
          ...base,
          core: plain(word) + base.core,
          prefix: word,
        })),
      ]
    : [];
};
