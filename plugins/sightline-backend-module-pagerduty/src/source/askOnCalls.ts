import { Roster, toIso } from '@sightline/backstage-plugin-sightline-common';
import { ok, Outcome } from '@sightline/backstage-plugin-sightline-node';
import { askList } from '../client/askList';
import { readOnCalls, UnclearOnCall } from '../reading/readOnCalls';
import { Asking } from './askServices';
import { ReadOnCall } from './engine/read';

/** Who is on call by some policies, and whose answer could not be used. */
export type OnCalls = {
  byPolicy: Map<string, ReadOnCall[]>;
  /** in words */
  faults: Map<string, string>;
};

type Asked = Asking & { covers: Roster['covers'] };

/** In one question: addresses stay below 4 KiB. */
const POLICIES = 100;

const tooMany =
  'PagerDuty has more than 10,000 shifts of this policy in two weeks, and does not show all of them';

const unclear =
  'PagerDuty says who is on call by this policy in a form that is not understood';

const fail = (
  { faults }: OnCalls,
  policies: readonly string[],
  fault: string,
) => policies.forEach(policy => faults.set(policy, fault));

const keep = (
  found: OnCalls,
  policies: readonly string[],
  items: readonly (ReadOnCall | UnclearOnCall)[],
) => {
  for (const one of items) {
    if ('unclear' in one) {
      // It may be of any of them, where it does not say of which.
      fail(found, one.policy ? [one.policy] : policies, unclear);
    } else {
      const known = found.byPolicy.get(one.policy);
      if (known) known.push(one);
      else found.byPolicy.set(one.policy, [one]);
    }
  }
};

const ask = ({ client, context, covers }: Asked, policies: readonly string[]) =>
  askList(
    {
      ...{ client, context, path: '/oncalls', read: readOnCalls },
      what: 'people on call',
      query: [
        ...policies.map(id => ['escalation_policy_ids[]', id] as const),
        ['include[]', 'users'],
        ['time_zone', 'UTC'],
        ['since', toIso(covers.from)],
        ['until', toIso(covers.to)],
      ],
    },
    'not-beyond',
  );

/**
 * Asks about policies in groups. A group of which PagerDuty does not show everything
 * is halved until it does.
 *
 * ```
 *   1 … 100 ──▶ 14,200 on call ──▶ 1 … 50 ──▶ 7,000   51 … 100 ──▶ 7,200
 * ```
 *
 * What may pass ends the round, so that it is begun again; a group that cannot be
 * answered at all leaves the others as they are.
 */
export const askOnCalls = async (
  asked: Asked,
  policies: readonly string[],
): Promise<Outcome<OnCalls>> => {
  const found: OnCalls = { byPolicy: new Map(), faults: new Map() };
  const waiting: string[][] = [];
  for (let begin = 0; begin < policies.length; begin += POLICIES) {
    waiting.push(policies.slice(begin, begin + POLICIES));
  }
  let refusal: Outcome<never> | undefined;
  let answered = 0;
  for (let group = waiting.shift(); group; group = waiting.shift()) {
    const answer = await ask(asked, group);
    if (answer.outcome === 'retry') return answer;
    if (answer.outcome === 'failed') {
      if (answer.fault.kind === 'not-authorised') return answer;
      refusal ??= answer;
      fail(found, group, answer.fault.words);
    } else if (answer.value.beyond > 0) {
      const half = Math.ceil(group.length / 2);
      if (group.length === 1) fail(found, group, tooMany);
      else waiting.unshift(group.slice(0, half), group.slice(half));
    } else {
      answered += 1;
      keep(found, group, answer.value.items);
    }
  }
  return refusal && answered === 0 ? refusal : ok(found);
};
