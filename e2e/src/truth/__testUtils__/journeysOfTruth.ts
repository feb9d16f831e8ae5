import type { CallTree, Truth } from '@sightline/town';
import { Party, wordOf } from './wordsOfParties';

/**
 * A step as both sides can say it: the way to it, and whether all that call it
 * wait. Messages are named by their topic alone: what libraries call the sending
 * and the handling of one differs.
 */
type Step = { way: string; mode: string };

const inLine = ({ way, mode }: Step) => `${way} ${mode}`;

const opOf = (protocol: string, operation: string) =>
  protocol === 'messaging' ? '' : ` ${operation.toLowerCase()}`;

/** Journeys of the truth, by their root: every step, a line each. */
export const journeysOfTruth = (truth: Truth): Map<string, string[]> => {
  const isTraced = (name: string) =>
    truth.services.find(service => service.name === name)?.otel !== null;
  // Clients of the old generation write an address, and no template of its path.
  const told = ({ caller, callee, operation }: CallTree['call']) => {
    const client = truth.services.find(({ name }) => name === caller);
    const isOld = client?.otel?.semconv === 'old';
    return isOld && callee.startsWith('external:')
      ? operation.split(' ')[0]
      : operation;
  };
  const steps = (tree: CallTree, above: string): string[] => {
    const { call, calls = [] } = tree;
    const way = `${above} > ${call.callee}${opOf(call.protocol, told(call))}`;
    // What an untraced service calls stays in the dark.
    const below = isTraced(call.callee) ? calls : [];
    return [
      inLine({ way, mode: call.mode }),
      ...below.flatMap(next => steps(next, way)),
    ];
  };
  return new Map(
    truth.journeys.map(({ root, calls }) => {
      const begin = `${root.service}${opOf(root.protocol, root.operation)}`;
      const lines = calls.flatMap(tree => steps(tree, begin));
      return [begin, [...new Set(lines)].sort()];
    }),
  );
};

type Hop = {
  id: string;
  parent?: string;
  callee: Party;
  operation: string;
  protocol: string;
  mode: string;
};

export type JourneyAnswer = {
  party: Party;
  operation: string;
  protocol: string;
  tree: Hop[];
};

/** The same, of what the API answers. `exports` is a name that two services share. */
export const stepsOfAnswer = (journey: JourneyAnswer) => {
  const party = wordOf(journey.party).replace(
    'service:exports',
    'report-exports',
  );
  const begin = `${party}${opOf(journey.protocol, journey.operation)}`;
  const ways = new Map<string, string>();
  const lines = journey.tree.flatMap(hop => {
    if (hop.parent === undefined) {
      ways.set(hop.id, begin);
      return [];
    }
    const way = `${ways.get(hop.parent)} > ${wordOf(hop.callee)}${opOf(
      hop.protocol,
      hop.operation,
    )}`;
    ways.set(hop.id, way);
    return [inLine({ way, mode: hop.mode })];
  });
  return { begin, steps: [...new Set(lines)].sort() };
};
