import { OutsideName } from '@sightline/backstage-plugin-sightline-common';
import { NameForm, plain, sameEnding } from './nameForms';
import { MatchService } from './MatchService';
import { isTypo } from './typo';

/** One word an outside system uses, and where it was written. */
export type SaidName = {
  text: string;
  forms: NameForm[];
  /** the label it comes from; none for the name itself */
  label?: string;
};

/** One word a service goes by. */
export type OwnName = { text: string; forms: NameForm[]; title?: boolean };

export type Scored = { score: number; reason: string };

/**
 * What each difference costs. Sums above `certain` may be used unasked; two
 * differences at once need the namespace to speak for the match.
 *
 * ```
 *   0.93  the very same text             -0.28  other endings on both sides
 *   0.90  but for case                   -0.09  a prefix
 *   0.86  but for separators             -0.07  an ending on one side
 *   0.60  one typing error               -0.04  the plural of it
 *   0.50  a part of its name             -0.03  said by a label, -0.05 the title
 *                                        +0.06  the namespace is its system, domain or owner
 * ```
 */
const worth = {
  same: 0.93,
  case: 0.9,
  separators: 0.86,
  typo: 0.6,
  part: 0.5,
  plural: -0.04,
  otherEnding: -0.28,
  prefix: -0.09,
  ending: -0.07,
  label: -0.03,
  title: -0.05,
  namespace: 0.06,
};

const endingScore = (a: NameForm, b: NameForm): Scored | undefined => {
  if (sameEnding(a.ending, b.ending)) {
    return undefined;
  }
  if (a.ending && b.ending) {
    return {
      score: worth.otherEnding,
      reason: `the endings -${a.ending} and -${b.ending}`,
    };
  }
  return { score: worth.ending, reason: `the ending -${a.ending ?? b.ending}` };
};

/** Not the same name, and near enough to be asked about. */
const compareOthers = (a: NameForm, b: NameForm): Scored | undefined => {
  if (isTypo(a.core, b.core)) {
    return { score: worth.typo, reason: 'one letter differs' };
  }
  return a.core === b.last
    ? { score: worth.part, reason: 'a part of its name' }
    : undefined;
};

const compareForms = (a: NameForm, b: NameForm): Scored | undefined => {
  if (a.core !== b.core) return compareOthers(a, b);
  const ending = endingScore(a, b);
  const prefix = a.prefix ?? b.prefix;
  const isPlural = a.isPlural !== b.isPlural;
  const differences = [
    isPlural && 'the plural',
    ending?.reason,
    prefix && `'${prefix}' around it`,
  ].filter(Boolean);
  return {
    score:
      worth.separators +
      (isPlural ? worth.plural : 0) +
      (ending?.score ?? 0) +
      (prefix ? worth.prefix : 0),
    reason:
      differences.length > 0
        ? `same name but for ${differences.join(' and ')}`
        : 'same name but for case and separators',
  };
};

const compareTexts = (said: string, own: string): Scored | undefined => {
  if (said === own) {
    return { score: worth.same, reason: 'same name' };
  }
  return said.toLocaleLowerCase('en-US') === own.toLocaleLowerCase('en-US')
    ? { score: worth.case, reason: 'same name but for case' }
    : undefined;
};

const better = (a: Scored | undefined, b: Scored | undefined) =>
  !a || (b && b.score > a.score) ? b : a;

const compare = (said: SaidName, own: OwnName): Scored | undefined => {
  let best = compareTexts(said.text, own.text);
  for (const a of best ? [] : said.forms) {
    for (const b of own.forms) {
      best = better(best, compareForms(a, b));
    }
  }
  return (
    best && {
      score:
        best.score +
        (said.label ? worth.label : 0) +
        (own.title ? worth.title : 0),
      reason: [
        best.reason,
        own.title && ', by its title',
        said.label && `, by the label ${said.label}`,
      ]
        .filter(Boolean)
        .join(''),
    }
  );
};

/** Namespaces that say nothing about whose a name is. */
const everybodys = new Set(['', 'default']);

const namespaceOf = (outside: OutsideName) =>
  [outside.namespace, outside.labels?.['app.kubernetes.io/part-of']]
    .filter((text): text is string => !!text && !everybodys.has(text))
    .map(plain);

const isAtHome = (outside: OutsideName, service: MatchService) => {
  const homes = [service.namespace, ...service.groups].map(plain);
  return namespaceOf(outside).some(space => homes.includes(space));
};

/** How well one outside name fits one service, in 0..0.99 and in words. */
export const scoreMatch = (options: {
  outside: OutsideName;
  said: readonly SaidName[];
  service: MatchService;
  own: readonly OwnName[];
}): Scored | undefined => {
  const { outside, said, service, own } = options;
  let best: Scored | undefined;
  for (const name of said) {
    for (const word of own) {
      best = better(best, compare(name, word));
    }
  }
  if (!best) {
    return undefined;
  }
  const home = isAtHome(outside, service);
  const score = Math.min(0.99, best.score + (home ? worth.namespace : 0));
  return {
    score: Math.round(score * 100) / 100,
    reason: home
      ? `${best.reason}; the namespace is its system, domain, owner or namespace`
      : best.reason,
  };
};
