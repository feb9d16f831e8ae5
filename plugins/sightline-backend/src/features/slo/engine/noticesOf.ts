import {
  ObjectiveRow,
  ObjectiveState,
  ObjectiveStatus,
} from '@sightline/backstage-plugin-sightline-common';
import { linkOf } from './linkOf';

/** One thing to tell an owner. */
export type Notice = {
  /** entity ref */
  owner: string;
  title: string;
  words: string;
  /** path within the portal */
  link: string;
  severity: 'critical' | 'high' | 'normal' | 'low';
  /** a later notice of the same scope takes the place of this one */
  scope: string;
  about: { id: string; state: ObjectiveState }[];
};

export type Waiting = {
  service: ObjectiveRow['service'];
  status: ObjectiveStatus;
  /** what the owner was last told */
  told: string | null;
};

/** More at once are told in one sentence. */
const digestAbove = 5;

const severities: Record<ObjectiveState, Notice['severity']> = {
  ...{ page: 'critical', ticket: 'high', exhausted: 'high' },
  ...{ met: 'low', unknown: 'normal' },
};

/** What is remembered as told: that all is well needs no memory. */
export const toldLevel = (state: ObjectiveState): string | null =>
  state === 'met' ? null : state;

const single = (owner: string, { service, status }: Waiting): Notice => {
  const { objective, state, words } = status;
  const isOver = state === 'met';
  return {
    ...{ owner, scope: `sightline:${objective.id}` },
    title: isOver
      ? `${service.name}: ${objective.title} is well again`
      : `${service.name}: ${objective.title}`,
    ...{ words, link: linkOf(service.ref), severity: severities[state] },
    about: [{ id: objective.id, state }],
  };
};

const digest = (owner: string, all: readonly Waiting[]): Notice => {
  const states = all.map(({ status }) => status.state);
  const count = (state: ObjectiveState) =>
    states.filter(each => each === state).length;
  const parts = [
    [count('page'), 'burn so fast that somebody must look now'],
    [count('ticket'), 'burn too fast'],
    [count('exhausted'), 'have spent their budget'],
    [count('met'), 'are well again'],
  ] as const;
  const worst = (['page', 'ticket', 'exhausted', 'met'] as const).find(count);
  return {
    ...{
      owner,
      scope: 'sightline:slo:digest',
      link: '/sightline/slos?mine=true',
    },
    title: `${all.length} objectives changed at once`,
    words: parts
      .filter(([n]) => n > 0)
      .map(([n, words]) => `${n} ${words}`)
      .join(', '),
    severity: severities[worst ?? 'met'],
    about: all.map(({ status }) => ({
      ...{ id: status.objective.id, state: status.state },
    })),
  };
};

/** What each owner is told: one by one, or in one sentence when it is much. */
export const noticesOf = (waiting: readonly Waiting[]): Notice[] => {
  const byOwner = new Map<string, Waiting[]>();
  for (const one of waiting) {
    const owner = one.service.owner?.ref;
    if (owner === undefined) continue;
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), one]);
  }
  return [...byOwner].flatMap(([owner, all]) =>
    all.length > digestAbove
      ? [digest(owner, all)]
      : all.map(one => single(owner, one)),
  );
};
