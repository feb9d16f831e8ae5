import {
  Feasibility,
  NeededDependency,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { NOON } from './harbour';
import { traced } from './harbourFigures';
import { party } from './harbourParties';

/** What orders cannot do without: name, calls away, promise, and what it gave. */
const needs: [
  name: string,
  depth: number,
  promised?: number,
  given?: number,
][] = [
  ['shipping', 1, undefined, 0.998],
  ['inventory', 1, 0.997, 0.9985],
  ['pricing', 1, 0.998, 0.999],
  ['cart', 1, 0.995, 0.9992],
  ['users', 1, undefined, 0.9994],
  ['payments', 1, 0.9995, 0.9997],
  ['external:score.riskmesh.example', 3],
];

const CEILING = 0.993815;
const TARGET = 0.995;
/** A tenth of what may fail. */
const EXTRA_NINE = 1 - (1 - TARGET) / 10;

const neededOf = ([name, depth, promised, given]: (typeof needs)[number]) => {
  const needed: NeededDependency = {
    party: party(name),
    depth,
    promised,
    given,
    counted: given,
    from: 'unknown',
  };
  return given === undefined
    ? needed
    : {
        ...needed,
        from: promised ? ('attainment' as const) : ('calls' as const),
        costs: (1 - given) / (1 - CEILING),
        keepsExtraNine: given >= EXTRA_NINE,
      };
};

/** Orders promises 99.5 %, and what it waits for gives 99.38 %. */
export const ordersFeasibility = (
  service: ServiceRef = 'component:default/orders',
  now = NOON,
): Feasibility => ({
  objective: `${service}/availability`,
  target: TARGET,
  ceiling: CEILING,
  verdict: 'infeasible',
  neededOfEach: TARGET ** (1 / 6),
  dependencies: needs.map(neededOf),
  assumptions: [
    'Failures are independent of each other, and nothing softens them.',
    'shipping and users are counted at what calls to them gave, as they promise nothing.',
    'score.riskmesh.example is left out: nothing is known of it.',
  ],
  evidence: traced(now),
});
