import {
  DeployReason,
  Evidence,
  isStale,
  ObjectiveStatus,
} from '@sightline/backstage-plugin-sightline-common';
import { namesInWords } from '../inWords';
import { FindingsAt, NeededTold } from '../Told';
import { portalLink } from './portalLink';
import { unknownReason } from './unknownReason';

/**
 * Those a service waits for and whose objectives page now. Who is called directly
 * says no; one further away is named only: where its trouble gets through, the one
 * between burns, too.
 *
 * ```
 *   checkout ─▶ orders ─▶ payments 🔥      orders still keeps its word: named
 *   checkout ─▶ orders 🔥 ─▶ payments 🔥   no: orders burns
 *   checkout ─▶ orders ?                   unknown: nobody can measure orders now
 * ```
 *
 * Who has no objective says nothing; where none of them has one, that is all there is.
 */
export const dependencyReasons = (findings: FindingsAt): DeployReason[] => {
  const { needs, now } = findings;
  if (needs.state === 'unknown') {
    return [unknownReason('dependencies', needs)];
  }
  const { evidence, needed } = needs.value;
  if (isStale(evidence, now)) return [stale(evidence)];
  const burning = needed.filter(isBurning);
  const direct = needed.filter(({ depth }) => depth === 1);
  const telling = [
    ...direct.filter(isBurning).map(one => burns(one, findings)),
    ...unmeasured(direct.filter(isUnmeasured)),
  ];
  return telling.length > 0
    ? telling
    : [nobodyBurns(findings, direct, burning, evidence)];
};

const isBurning = (one: NeededTold) => pageOf(one) !== undefined;

/** An objective of it could not be measured, so that it may burn. */
const isUnmeasured = (one: NeededTold) =>
  !isBurning(one) && one.objectives.some(isOpen);

const isOpen = ({ state, stale, unknown }: ObjectiveStatus): boolean =>
  stale ||
  (state === 'unknown' &&
    unknown?.reason !== 'not-configured' &&
    unknown?.reason !== 'too-few-events');

const unmeasured = (all: readonly NeededTold[]): DeployReason[] =>
  all.length === 0
    ? []
    : [
        {
          ...{ about: 'dependencies', answer: 'unknown', weighs: true },
          unknown: 'source-unavailable',
          words: `Whether ${namesInWords(
            all.map(({ name }) => name),
          )}, which it waits for, ${
            all.length === 1 ? 'pages' : 'page'
          } is not known: what they promise could not be measured lately`,
        },
      ];

/** The page that was seen last; one that still goes on where there are both. */
const pageOf = ({ objectives }: NeededTold): ObjectiveStatus | undefined => {
  const pages = objectives.filter(({ state }) => state === 'page');
  return pages.find(page => !page.stale) ?? pages[0];
};

/** A fire of which nothing was heard lately may be out, or not. */
const burns = (one: NeededTold, findings: FindingsAt): DeployReason => {
  const page = pageOf(one);
  const evidence = page?.evidence;
  const paging = page?.stale ? 'paged when it was last seen' : 'pages now';
  const details =
    one.mayRead && page ? `. ${page.objective.title}: ${page.words}` : '';
  return {
    ...{ about: 'dependencies', weighs: true },
    ...(page?.stale
      ? { answer: 'unknown', unknown: 'source-unavailable' }
      : { answer: 'no' }),
    words: `${one.name}, which it waits for, ${paging}${details}`,
    ...portalLink(findings, one.ref, 'slo'),
    ...(evidence && { evidence }),
  };
};

const stale = (evidence: Evidence): DeployReason => ({
  ...{ about: 'dependencies', answer: 'unknown', weighs: true },
  unknown: 'source-unavailable',
  words: 'No calls were reported lately, so whom it waits for is not known',
  evidence,
});

const near = [
  () => 'It was not seen waiting for any service',
  () => 'The one service it waits for does not page',
  (direct: number) => `None of the ${direct} services it waits for pages`,
];

const withoutWords = (count: number) =>
  count === 0
    ? ''
    : `; ${count} of them ${count === 1 ? 'has' : 'have'} no objective`;

const nobodyBurns = (
  findings: FindingsAt,
  direct: readonly NeededTold[],
  burning: readonly NeededTold[],
  evidence: Evidence,
): DeployReason => {
  const without = direct.filter(({ objectives }) => objectives.length === 0);
  const away = burning.map(
    ({ name, depth }) => `${name} (${depth} calls away)`,
  );
  const far =
    away.length > 0
      ? `. Further away ${namesInWords(away, 5)} ${
          away.length === 1 ? 'does' : 'do'
        }`
      : '';
  const tells = direct.length === 0 || without.length < direct.length;
  return {
    ...(tells
      ? { about: 'dependencies', answer: 'yes', weighs: true }
      : {
          ...{ about: 'dependencies', answer: 'unknown', weighs: false },
          unknown: 'not-configured',
        }),
    words: tells
      ? near[Math.min(direct.length, 2)](direct.length) +
        withoutWords(without.length) +
        far
      : `No objective is stated for ${namesInWords(
          without.map(({ name }) => name),
        )}, which it waits for${far}`,
    ...portalLink(findings, findings.service.ref, 'calls'),
    evidence,
  };
};
