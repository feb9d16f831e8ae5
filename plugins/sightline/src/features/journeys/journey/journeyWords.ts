import {
  CallFigures,
  CallParty,
  Journey,
  JourneyHop,
  JourneySummary,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';
import {
  duration,
  finePercent,
  percent,
  plural,
  rate,
} from '../../../ui/figures';

export const hopName = ({ callee, operation }: JourneyHop): string =>
  `${callee.name} ${operation}`;

const paces: Record<string, string> = {
  '/s': 'a second',
  '/min': 'a minute',
  '/h': 'an hour',
  '/d': 'a day',
};

/** "36 a minute"; where only samples were seen, what was counted. */
const howOften = ({ perSecond, calls }: CallFigures): string => {
  if (perSecond === undefined) {
    return `${plural(calls, 'call')} sampled`;
  }
  const [value, unit] = rate(perSecond).split(' ');
  return `${value} ${paces[unit]}`;
};

/** "edge-gateway POST /api/orders" */
export const journeyName = ({ party, operation }: JourneySummary): string =>
  `${party.name} ${operation}`;

type Waited = { party: CallParty; critical: Ratio };

/** Who a journey waits for, itself left out, longest first; each counted once. */
export function waitedFor({ tree, party }: Pick<Journey, 'tree' | 'party'>) {
  const found = new Map<string, Waited>();
  for (const { callee, critical } of tree) {
    const earlier = found.get(callee.id)?.critical ?? 0;
    if (callee.id !== party.id && critical > 0) {
      found.set(callee.id, { party: callee, critical: earlier + critical });
    }
  }
  return [...found.values()].sort((a, b) => b.critical - a.critical);
}

const howLong = ({ p50, p95 }: CallFigures): string => {
  if (p50 === undefined) {
    return 'nobody said how long it takes';
  }
  const most = p95 === undefined ? '' : `, 19 of 20 within ${duration(p95)}`;
  return `half within ${duration(p50)}${most}`;
};

const waits = (journey: Journey): string => {
  const [most] = waitedFor(journey);
  return most
    ? `it waits for ${most.party.name} most, ${percent(
        most.critical,
      )} of the time`
    : 'it waits for nobody';
};

const fails = ({ figures, failurePoints, tree }: Journey): string => {
  if (figures.errors === 0) {
    return 'none failed';
  }
  const first = tree.find(({ id }) => id === failurePoints[0]?.hop);
  const where = first ? `, first of all in ${first.callee.name}` : '';
  return `${finePercent(figures.errorRatio)} fail${where}`;
};

/** The journey in one sentence: how often, how long, how far, what for, how well. */
export const reading = (journey: Journey): string =>
  [
    `${howOften(journey.figures)}, ${howLong(journey.figures)}`,
    plural(journey.services, 'service'),
    waits(journey),
    fails(journey),
  ]
    .join('; ')
    .concat('.');
