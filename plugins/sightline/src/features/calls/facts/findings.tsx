import {
  CallLink,
  ServiceCalls,
  ratioOf,
} from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { count, duration, finePercent, plural } from '../../../ui/figures';
import { StateKind } from '../../../ui/state/palette';
import { Parties } from './Parties';

/** Something the calls say about the service: what, on what evidence, and what to do. */
export type Finding = {
  id: string;
  kind: StateKind;
  title: string;
  evidence: ReactNode;
  todo?: string;
};

type Read = (calls: ServiceCalls) => Finding[];

/** From here on a chain of calls that wait for each other is long. */
const LONG_CHAIN = 4;
const MANY_RETRIES = 0.01;

const cycle: Read = ({ facts: { cycle: names = [] } }) =>
  names.length === 0
    ? []
    : [
        {
          id: 'cycle',
          kind: 'bad',
          title: 'It waits for itself',
          evidence: (
            <>
              <strong>{[...names, names[0]].join(' → ')}</strong>, each waiting
              for the next.
            </>
          ),
          todo: 'When one is slow all are, and none starts without the others. Cut the weakest wait: hand the data over in the request, or send a message.',
        },
      ];

const chain: Read = ({ facts: { longestChain } }) => {
  if (!longestChain || longestChain.hops === 0) {
    return [];
  }
  const { parties, hops, availability, p95 } = longestChain;
  const long = hops >= LONG_CHAIN;
  return [
    {
      id: 'chain',
      kind: long ? 'warn' : 'ok',
      title: `The longest wait is ${plural(hops, 'hop')}`,
      evidence: (
        <>
          <Parties of={parties} between=" → " />: together they answered{' '}
          {finePercent(availability)} well, so that it cannot do better
          {p95 !== undefined &&
            `; its first call takes ${duration(
              p95,
            )} at p95, all others within it`}
          .
        </>
      ),
      todo: long
        ? 'Every hop adds its failures and its time. Ask in parallel, remember answers, or let a message carry what nobody waits for.'
        : undefined,
    },
  ];
};

const stores: Read = ({ facts: { sharedStores = [] } }) =>
  sharedStores.map(({ store, with: others }) => ({
    id: `store ${store.id}`,
    kind: 'warn',
    title: 'It shares a store with other owners',
    evidence: (
      <>
        <Parties of={[store]} /> is also used by{' '}
        <Parties of={others} with="owner" />.
      </>
    ),
    todo: 'Whoever changes a table breaks the others. Let one own the store, and the others ask it.',
  }));

const chatty: Read = ({ party, facts: { chatty: calls = [] } }) =>
  calls.map(({ caller, operation, callee, calleeOperation, times, most }) => ({
    id: `chatty ${caller} ${operation} ${callee.id} ${calleeOperation}`,
    kind: 'warn',
    title: 'It asks many times for one',
    evidence: (
      <>
        {caller !== party.name && caller !== party.id && `${caller}: `}
        One <strong>{operation}</strong> asks <Parties of={[callee]} />{' '}
        {calleeOperation} {count(Math.round(times))} times on average,{' '}
        {count(most)} at most.
      </>
    ),
    todo: 'Ask once for all of it: a call that takes a list, or a join where the data is.',
  }));

/** Of this window, as its links tell: the facts are of the last hour. */
const retries: Read = ({ callees }) => {
  const sum = (read: (link: CallLink) => number) =>
    callees.reduce((all, link) => all + read(link), 0);
  const again = sum(link => link.retries);
  const share =
    ratioOf(
      again,
      sum(link => link.figures.calls),
    ) ?? 0;
  if (again === 0) {
    return [];
  }
  return [
    {
      id: 'retries',
      kind: share >= MANY_RETRIES ? 'warn' : 'ok',
      title: 'It tries again',
      evidence: `${plural(again, 'call')} of this window ${
        again === 1 ? 'was a retry' : 'were retries'
      }, ${finePercent(Math.min(1, share))} of all it makes.`,
      todo:
        share >= MANY_RETRIES
          ? 'Retries on several levels multiply. Retry on one level, with a limit and a pause that grows.'
          : undefined,
    },
  ];
};

const tiers: Read = ({ party, facts: { tierInversions = [] } }) =>
  tierInversions.length === 0
    ? []
    : [
        {
          id: 'tiers',
          kind: 'warn',
          title: 'It waits for what may wait',
          evidence: (
            <>
              It is {party.tier ?? 'of a higher tier'} and waits for{' '}
              <Parties of={tierInversions} with="tier" />.
            </>
          ),
          todo: 'What wakes people at night leans on what may be repaired tomorrow. Do without its answer when it fails, or raise its tier.',
        },
      ];

const urgency: StateKind[] = ['bad', 'warn', 'busy', 'idle', 'ok'];

const looks: [name: string, Read][] = [
  ['cycles', cycle],
  ['long waits', chain],
  ['shared stores', stores],
  ['chatty calls', chatty],
  ['retries', retries],
  ['waits for lower tiers', tiers],
];

/** What stands out, most urgent first. */
export const findingsOf = (calls: ServiceCalls): Finding[] =>
  looks
    .flatMap(([, read]) => read(calls))
    .sort((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind));

/** What was looked for and not found. */
export const notFound = (calls: ServiceCalls): string[] =>
  looks.filter(([, read]) => read(calls).length === 0).map(([name]) => name);
