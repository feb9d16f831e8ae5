import {
  AliasCandidate,
  OutsideName,
} from '@sightline/backstage-plugin-sightline-common';
import {
  bareName,
  lower,
  MatchOptions,
  nameKeys,
  saidNames,
} from './matchKeys';
import { MatchService } from './MatchService';
import { SaidName, scoreMatch } from './scoreMatch';
import { createServiceIndex, IndexedService } from './serviceIndex';

/** What matching says about one name, before any person does. */
export type NameMatch = {
  state: 'annotated' | 'matched' | 'suggested' | 'unmatched';
  service?: string;
  score?: number;
  reason?: string;
  /** best first; at most five */
  candidates: AliasCandidate[];
};

/** Matches names against a fleet; a service costs O(1) to put in, a name O(1) to match. */
export interface NameMatcher {
  match(outside: OutsideName): NameMatch;
  /** adds a service, or replaces what it was */
  put(service: MatchService): void;
  remove(ref: string): void;
}

const CERTAIN = 0.75;
/** Two candidates closer than this: a person decides. */
const MARGIN = 0.05;
const MOST = 5;

const byScore = (a: AliasCandidate, b: AliasCandidate) =>
  b.score - a.score || (a.service < b.service ? -1 : 1);

const decide = (
  found: AliasCandidate[],
  certainState: 'annotated' | 'matched',
): NameMatch => {
  const candidates = [...found].sort(byScore).slice(0, MOST);
  const [best, second] = candidates;
  if (!best) {
    return { state: 'unmatched', candidates };
  }
  const alone = !second || best.score - second.score >= MARGIN;
  return best.score >= CERTAIN && alone
    ? { state: certainState, ...best, candidates }
    : { state: 'suggested', candidates };
};

const annotatedBy = (
  outside: OutsideName,
  found: readonly IndexedService[],
): AliasCandidate[] =>
  found.flatMap(({ service }) => {
    const said = service.annotated.find(
      ({ kind, name, namespace }) =>
        (kind === undefined || kind === outside.kind) &&
        [outside.name, bareName(outside)].map(lower).includes(lower(name)) &&
        (namespace === undefined ||
          lower(namespace) === lower(outside.namespace)),
    );
    return said
      ? [
          {
            service: service.ref,
            score: 1,
            reason: `annotation ${said.annotation}`,
          },
        ]
      : [];
  });

/**
 * Finds what outside names stand for: annotations first, then names by how
 * little has to be taken away to make them equal. Pure and independent of the
 * order of services and names.
 */
export const createNameMatcher = (
  services: readonly MatchService[],
  options: MatchOptions = {},
): NameMatcher => {
  const prefixes = options.namePrefixes ?? [];
  const { find, put, remove } = createServiceIndex(prefixes);
  services.forEach(put);

  const scored = (outside: OutsideName, said: SaidName[], keys: string[]) =>
    find(keys, outside.namespace).flatMap(({ service, own }) => {
      const score = scoreMatch({ outside, said, service, own });
      return score ? [{ service: service.ref, ...score }] : [];
    });

  return {
    put,
    remove,
    match(outside) {
      const said = saidNames(outside, prefixes);
      const keys = nameKeys(outside, said);
      const annotated = annotatedBy(
        outside,
        find(keys.annotated, outside.namespace),
      );
      if (annotated.length > 0) {
        return decide(annotated, 'annotated');
      }
      const certain = scored(outside, said, keys.certain);
      return decide(
        certain.length > 0 ? certain : scored(outside, said, keys.typo),
        'matched',
      );
    },
  };
};

export const matchNames = (
  names: readonly OutsideName[],
  services: readonly MatchService[],
  options?: MatchOptions,
): NameMatch[] => {
  const matcher = createNameMatcher(services, options);
  return names.map(name => matcher.match(name));
};
