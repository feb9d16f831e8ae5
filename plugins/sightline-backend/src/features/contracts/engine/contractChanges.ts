import { ContractChange } from '@sightline/backstage-plugin-sightline-common';
import type {
  ContractsReport,
  MirroredPact,
} from '@sightline/backstage-plugin-sightline-node';
import { keyOf } from './BrokerMirror';
import { byAge } from './newestPacts';

/** Something that happened between two, as the broker names them. */
export type MirrorChange = {
  kind: ContractChange['kind'];
  consumer: string;
  provider: string;
  words: string;
};

/**
 * What is different between two mirrors of one broker. A pact is compared with
 * itself, or, where its version is new, with the newest one before it on one of
 * its branches:
 *
 * ```
 *   before      after       says
 *   –           any         published
 *   success     failed      broken       naming both versions of the provider
 *   failed      success     mended
 *   other       success     verified
 *   other       failed      failed
 *   a pair      –           gone
 * ```
 *
 * A new version with the same content and the same result is no news. Where nobody
 * knows whether its content is the same, that it was published is told, and no more.
 */
export const contractChanges = (
  before: ContractsReport,
  after: ContractsReport,
): MirrorChange[] => {
  const known = pactsByPair(before.pacts);
  const changes = [...after.pacts].sort(byAge).flatMap(pact => {
    const others = known.get(pairOf(pact)) ?? [];
    return changesOf(predecessorOf(pact, others), pact);
  });
  return [...unique(changes), ...goneFrom(before, after)];
};

const pairOf = ({ consumer, provider }: ContractsReport['integrations'][0]) =>
  keyOf(consumer, provider);

const pactsByPair = (pacts: readonly MirroredPact[]) => {
  const pairs = new Map<string, MirroredPact[]>();
  for (const pact of [...pacts].sort(byAge)) {
    const pair = pairs.get(pairOf(pact));
    if (pair) pair.push(pact);
    else pairs.set(pairOf(pact), [pact]);
  }
  return pairs;
};

const predecessorOf = (
  { consumerVersion: { number, branches } }: MirroredPact,
  others: readonly MirroredPact[],
): MirroredPact | undefined =>
  others.find(other => other.consumerVersion.number === number) ??
  others.findLast(other =>
    other.consumerVersion.branches.some(branch => branches.includes(branch)),
  ) ??
  others.at(-1);

const hasFailed = ({ verification: { state } }: MirroredPact) =>
  state === 'failed' || state === 'pending';

const changesOf = (
  before: MirroredPact | undefined,
  after: MirroredPact,
): MirrorChange[] => {
  const changes: MirrorChange[] = [];
  const say = (kind: MirrorChange['kind'], words: string) => {
    const { consumer, provider } = after;
    changes.push({ kind, consumer, provider, words });
  };
  const isNew = before?.consumerVersion.number !== after.consumerVersion.number;
  const content = isNew ? contentOf(before, after) : 'same';
  if (content !== 'same') {
    say(
      'published',
      `${consumerIn(after)} ${publishes[content]} ${after.provider}`,
    );
  }
  const { state } = after.verification;
  const isSame = before?.verification.state === state && !isNews.has(content);
  if (isSame) return changes;
  if (hasFailed(after) && before && hasFailed(before)) return changes;
  if (hasFailed(after)) {
    const isBroken = before?.verification.state === 'success';
    say(isBroken ? 'broken' : 'failed', failedWords(after, before));
  } else if (state === 'success') {
    const isMended = before && hasFailed(before);
    const words = `${providerIn(after)} keeps the pact of ${consumerIn(after)}`;
    say(isMended ? 'mended' : 'verified', words);
  }
  return changes;
};

type Content = 'first' | 'same' | 'other' | 'unknown';

const publishes: Record<Exclude<Content, 'same'>, string> = {
  first: 'has a new pact with',
  other: 'changed what it expects of',
  unknown: 'has published its pact with',
};

/** What came of checking it is told, also where it is what it was before. */
const isNews: ReadonlySet<Content> = new Set(['first', 'other']);

/**
 * Whether a version says the same as the one before it. Dashboards do not name the
 * content; but what was checked is the content, so one check of both is of the same.
 */
const contentOf = (
  before: MirroredPact | undefined,
  after: MirroredPact,
): Content => {
  if (!before) return 'first';
  if (before.contentId !== undefined && after.contentId !== undefined) {
    return before.contentId === after.contentId ? 'same' : 'other';
  }
  // The broker's own word for another content than the one that was checked.
  if (after.verification.state === 'stale') {
    return before.verification.state === 'stale' ? 'unknown' : 'other';
  }
  const check = checkIn(after);
  return check !== undefined && check === checkIn(before) ? 'same' : 'unknown';
};

const checkIn = ({ verification }: MirroredPact): string | undefined => {
  const { verifiedAt, providerVersion } = verification;
  return verifiedAt === undefined || !providerVersion
    ? undefined
    : keyOf(String(verifiedAt), providerVersion.number);
};

const consumerIn = ({ consumer, consumerVersion }: MirroredPact) =>
  `${consumer} ${consumerVersion.number}`;

const providerIn = ({ provider, verification }: MirroredPact) =>
  verification.providerVersion
    ? `${provider} ${verification.providerVersion.number}`
    : provider;

const failedWords = (after: MirroredPact, before?: MirroredPact) => {
  const words = `${providerIn(after)} fails the pact of ${consumerIn(after)}`;
  return before?.verification.state === 'success'
    ? `${words}; ${providerIn(before)} kept that of ${consumerIn(before)}`
    : words;
};

/** Several heads of one pair may tell of the same. */
const unique = (changes: readonly MirrorChange[]) => [
  ...new Map(
    changes.map(change => [keyOf(change.kind, change.words), change]),
  ).values(),
];

const goneFrom = (
  before: ContractsReport,
  after: ContractsReport,
): MirrorChange[] => {
  const there = new Set(after.integrations.map(pairOf));
  return before.integrations
    .filter(pair => !there.has(pairOf(pair)))
    .map(({ consumer, provider }) => ({
      ...{ kind: 'gone', consumer, provider },
      words: `The broker no longer knows of ${consumer} and ${provider}`,
    }));
};
