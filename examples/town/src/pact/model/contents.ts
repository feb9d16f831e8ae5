import type { CallTree, Truth, TruePact } from '../../engine/Truth.ts';
import type { PactContent } from './Broker.ts';

/** Somebody's values for what a route leaves open. */
const EXAMPLES: Record<string, string> = {
  sku: 'HB-10472',
  login: 'customer77',
};
const ANY = '4711';

/**
 * What a consumer wrote down about a provider: every operation that it calls there.
 * Who calls none any more once did what others still do.
 */
export function createContents(truth: Truth): (pact: TruePact) => PactContent {
  const operations = operationsOf(truth);
  const serviceOf = (pacticipant: string) =>
    truth.services.find(({ pact }) => pact === pacticipant)?.name;
  return pact => {
    if (pact.kind === 'message') return messages(pact);
    const provider = serviceOf(pact.provider) ?? pact.provider;
    const own = operations.between(serviceOf(pact.consumer), provider);
    const called = own.length > 0 ? own : operations.between('any', provider);
    const answer = expectedAnswer(truth, pact);
    return {
      interactions: called.map(operation => interaction(operation, answer)),
      metadata: { pactSpecification: { version: '2.0.0' } },
    };
  };
}

function operationsOf({ journeys }: Truth) {
  const calls: CallTree['call'][] = [];
  const visit = ({ call, calls: below = [] }: CallTree) => {
    calls.push(call);
    below.forEach(visit);
  };
  journeys.forEach(journey => journey.calls.forEach(visit));
  return {
    between: (caller: string | undefined, callee: string): string[] => [
      ...new Set(
        calls
          .filter(
            call =>
              (caller === 'any' || call.caller === caller) &&
              call.callee === callee &&
              call.mode === 'sync',
          )
          .map(({ operation }) => operation),
      ),
    ],
  };
}

type Answer = Record<string, string>;

/** What was promised and is known not to be kept. */
function expectedAnswer({ planted }: Truth, { id }: TruePact): Answer {
  const { mismatch = '' } = mismatchOf({ planted }, id) ?? {};
  const [, field, expected] = /^\$\.(\w+): expected (\w+)/.exec(mismatch) ?? [];
  return { id: ANY, ...(field && { [field]: expected }) };
}

/** Why a pact is not kept, where that was planted. */
export const mismatchOf = ({ planted }: Pick<Truth, 'planted'>, id: string) =>
  planted.find(
    ({ evidence: { pact, mismatch } }) => pact === id && mismatch !== undefined,
  )?.evidence;

function interaction(operation: string, body: Answer) {
  const { method, route } = requestOf(operation);
  const path = route.replace(/\{(\w+)\}/g, (_, name) => EXAMPLES[name] ?? ANY);
  const [example] = /[^/]*$/.exec(path) ?? [];
  return {
    description: `a request for ${operation}`,
    ...(path !== route && { providerState: `there is ${example}` }),
    request: { method, path },
    response: {
      status: method === 'POST' ? 201 : 200,
      headers: { 'Content-Type': 'application/json' },
      body,
    },
  };
}

/** A procedure of gRPC is a path to which one posts. */
function requestOf(operation: string) {
  const [, method, route] = /^([A-Z]+) (\S+)$/.exec(operation) ?? [];
  return route ? { method, route } : { method: 'POST', route: `/${operation}` };
}

const messages = ({ topic }: TruePact): PactContent => ({
  messages: [
    {
      description: `one of ${topic}`,
      providerStates: [{ name: `${ANY} was placed` }],
      contents: { id: ANY, type: 'placed' },
      metadata: { contentType: 'application/json', topic },
    },
  ],
  metadata: { pactSpecification: { version: '3.0.0' } },
});
