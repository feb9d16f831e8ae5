import { FakeSightline } from '../src/__testUtils__/FakeSightline';
import { HarbourCalls } from '../src/__testUtils__/HarbourCalls';
import { serviceRows } from '../src/__testUtils__/harbour';
import { harbourJourneys } from '../src/__testUtils__/harbourJourneys';
import { harbourContracts, noBroker } from '../src/__testUtils__/harbourMatrix';
import { HarbourObjectives } from '../src/__testUtils__/HarbourObjectives';
import { harbourSlos } from '../src/__testUtils__/harbourSlos';
import {
  Promised,
  harbourServiceObjectives,
} from '../src/__testUtils__/harbourServiceObjectives';
import {
  Running,
  harbourServiceWorkloads,
} from '../src/__testUtils__/harbourServiceWorkloads';
import { Safe } from '../src/__testUtils__/harbourSafe';
import { emptyMaps, harbourMaps } from '../src/__testUtils__/harbourMap';
import { harbourService } from '../src/__testUtils__/harbourService';
import { harbourNight } from '../src/__testUtils__/harbourNight';
import { largeTown } from '../src/__testUtils__/largeTown';
import { manyObjectives } from '../src/__testUtils__/manyObjectives';
import { aliases, sourceStatuses } from '../src/__testUtils__/harbourSources';
import { contractScenarios } from './contractScenarios';
import { lookupScenarios } from './lookupScenarios';

const now = Date.now();

/** What traces told; each part of it is made by its own file of `__testUtils__`. */
const calls: HarbourCalls = {
  ...harbourJourneys(now),
  ...harbourService(now),
  ...harbourMaps(now),
};

/** What is promised; the answers about one service are Harbour's own. */
const promised = (services: number): HarbourObjectives =>
  services === 0
    ? {
        ...harbourSlos(now, [], []),
        ...harbourServiceObjectives(now, 'none'),
      }
    : {
        ...harbourSlos(now, manyObjectives(services, now)),
        ...harbourServiceObjectives(now),
      };

/** On the page of a service, as one word of `harbourServiceObjectives` says. */
const ofService = (seen: Promised) =>
  harbour(214, 60, calls, {
    ...promised(214),
    ...harbourServiceObjectives(now, seen),
  });

const harbour = (
  services: number,
  names = 60,
  seen = calls,
  objectives = promised(services),
  workloads = harbourServiceWorkloads(
    now,
    services === 0 ? 'not-configured' : 'stuck',
    services === 0 ? 'nothing-set-up' : 'no',
  ),
  contracts = services === 0 ? noBroker : harbourContracts(now),
  lookup = harbourNight(now),
) =>
  new FakeSightline({
    objectives,
    workloads,
    contracts,
    lookup,
    services: serviceRows(services, now),
    sources: services ? sourceStatuses(now) : [],
    aliases: aliases(names, now),
    calls: seen,
    now,
  });

/** What runs for a service, and whether it may be deployed, as two words say. */
const running = (seen: Running, safe: Safe) =>
  harbour(
    214,
    60,
    calls,
    promised(214),
    harbourServiceWorkloads(now, seen, safe),
  );

const withState = (change: (fake: FakeSightline) => void, services = 214) => {
  const fake = harbour(services);
  change(fake);
  return fake;
};

/** Every state a page can be in, by the word of the switch at the bottom of the window. */
export const scenarios: Record<string, () => FakeSightline> = {
  ok: () => withState(fake => (fake.delay = 150)),
  '10,000 services': () => withState(fake => (fake.delay = 40), 10_000),
  'slow and out of order': () =>
    withState(fake => (fake.delay = () => 300 + 2_500 * Math.random())),
  'read only': () => harbour(214),
  'decisions fail': () =>
    withState(fake =>
      Object.assign(fake, {
        problem: 'unavailable',
        failing: ['decide', 'refresh'],
      }),
    ),
  loading: () => withState(fake => (fake.silent = true)),
  empty: () =>
    harbour(0, 0, {
      ...harbourJourneys(now, { seen: false }),
      ...emptyMaps(now),
    }),
  '5,000 services on the map': () =>
    harbour(214, 60, { ...calls, ...harbourMaps(now, largeTown(5_000)) }),
  'calls but no journeys': () =>
    harbour(214, 60, { ...calls, ...harbourJourneys(now, { whole: false }) }),
  'service without traces': () =>
    harbour(214, 60, { ...calls, ...harbourService(now, 'untraced') }),
  'service with 200 callers': () =>
    harbour(214, 60, { ...calls, ...harbourService(now, 'crowded') }),
  'service nobody calls': () =>
    harbour(214, 60, { ...calls, ...harbourService(now, 'quiet') }),
  'nothing is known of any objective': () =>
    harbour(
      214,
      60,
      calls,
      harbourSlos(
        now,
        manyObjectives(214, now).filter(({ state }) => state === 'unknown'),
        [],
      ),
    ),
  'service with no objective': () => ofService('none'),
  'service that keeps its promise': () => ofService('met'),
  'service with a spent budget': () => ofService('exhausted'),
  'service with a budget of a month': () => ofService('calendar'),
  'service with stale objectives': () => ofService('stale'),
  'service measured for 9 days': () => ofService('short'),
  'service with a broken document': () => ofService('outdated'),
  'service of which nothing is measured': () => ofService('no-data'),
  'service with too few events': () => ofService('too-few-events'),
  'service whose Prometheus is away': () => ofService('source-unavailable'),
  'service that runs well': () => running('well', 'yes'),
  'service in several versions': () => running('skewed', 'unknown'),
  'service with all troubles': () => running('troubled', 'no'),
  'service with many workloads': () => running('many', 'no'),
  'service whose clusters fell silent': () => running('stale', 'unknown'),
  'service of which not all is seen': () => running('unseen', 'unknown'),
  'service that runs nowhere': () => running('no-data', 'yes'),
  'no cluster is connected': () => running('not-configured', 'nothing-set-up'),
  'clusters are away': () => running('source-unavailable', 'unknown'),
  'deploys cannot be had': () =>
    withState(fake =>
      Object.assign(fake, {
        problem: 'unavailable',
        failing: ['getDeploys'],
      }),
    ),
  'past cannot be had': () =>
    withState(fake =>
      Object.assign(fake, {
        problem: 'unavailable',
        failing: ['getObjectiveHistory'],
      }),
    ),
  'drift cannot be had': () =>
    withState(fake =>
      Object.assign(fake, {
        problem: 'unavailable',
        failing: ['getDependencyDrift'],
      }),
    ),
  ...contractScenarios(contracts =>
    harbour(214, 60, calls, promised(214), undefined, contracts),
  ),
  ...lookupScenarios(lookup =>
    harbour(214, 60, calls, promised(214), undefined, undefined, lookup),
  ),
  stale: () =>
    // The first answers come, every later one fails.
    withState(fake => setTimeout(() => (fake.problem = 'unavailable'), 1_500)),
  failed: () => withState(fake => (fake.problem = 'unavailable')),
  forbidden: () => withState(fake => (fake.problem = 'forbidden')),
};

const KEY = 'sightline.dev.scenario';

export const chosenScenario = (): string => {
  const chosen = localStorage.getItem(KEY) ?? 'ok';
  return Object.hasOwn(scenarios, chosen) ? chosen : 'ok';
};

export const chooseScenario = (name: string) => {
  localStorage.setItem(KEY, name);
  window.location.reload();
};
