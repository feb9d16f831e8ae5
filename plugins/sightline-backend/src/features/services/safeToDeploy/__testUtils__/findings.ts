import {
  ContractVerdict,
  Evidence,
  ObjectiveStatus,
  RolloutState,
  toIso,
  unknown,
  UnknownReason,
  VerdictReason,
} from '@sightline/backstage-plugin-sightline-common';
import { judge } from '../engine/judge';
import {
  Findings,
  FindingsAt,
  NeededTold,
  NotTold,
  RolloutTold,
} from '../engine/Told';
import { freezesOf, weekends } from './freezes';

/** A Wednesday noon: no weekend. */
export const NOW = Date.UTC(2026, 10, 18, 12);
const MINUTE = 60_000;

export const ref = (name: string) => `component:default/${name}`;

export const seen = (source: string, minutesAgo = 2): Evidence => ({
  ...{ source, observedAt: toIso(NOW - minutesAgo * MINUTE) },
  validFor: 10 * MINUTE,
});

export const told = <T>(value: T) => ({ state: 'told' as const, value });

export const notTold = (reason: UnknownReason, weighs: boolean): NotTold => ({
  ...unknown(reason, `It is ${reason}`),
  weighs,
});

export const verdict = (
  answer: ContractVerdict['answer'],
  ...kinds: VerdictReason['kind'][]
): ContractVerdict => ({
  pacticipant: { broker: 'pact:main', name: 'payments' },
  ...{ version: '12', environment: 'production', answer },
  reasons: kinds.map(kind => ({ kind, words: `It is ${kind}` })),
  evidence: seen('pact:main'),
});

type Standing = Partial<
  Pick<ObjectiveStatus, 'state' | 'stale' | 'unknown' | 'words' | 'evidence'>
> & { remaining?: number; service?: string };

/** An objective as judging leaves it. */
export const objective = ({
  remaining,
  service = 'payments',
  ...standing
}: Standing = {}): ObjectiveStatus => ({
  objective: {
    ...{ id: `${ref(service)}/availability`, service: ref(service) },
    ...{ name: 'availability', title: 'Requests succeed', target: 0.999 },
    indicator: { kind: 'availability', words: 'requests without an error' },
    window: { kind: 'rolling', duration: 30 * 1440 * MINUTE },
    budgeting: { method: 'occurrences' },
    origin: { kind: 'tier', where: 'sightline.slo.tiers.T0' },
    measuredBy: 'prometheus:main',
  },
  ...{ state: 'met', words: '71 % of the budget is left', stale: false },
  ...{ since: toIso(NOW - 60 * MINUTE), burns: [] },
  evidence: seen('slo:prometheus:main'),
  ...standing,
  ...(remaining !== undefined && {
    budget: {
      ...{ attainment: 0.9995, remaining },
      ...{ from: toIso(0), to: toIso(NOW) },
    },
  }),
});

export const burning = (service = 'payments') =>
  objective({
    ...{ service, state: 'page', remaining: 0.4 },
    words: 'Burns 15× too fast for 50 minutes',
  });

export const rollout = (
  state: RolloutState,
  cluster = 'harbour-eu1',
  minutesAgo = 1,
): RolloutTold => ({
  ...{ cluster, state, words: `It is ${state}` },
  evidence: seen(`kubernetes:${cluster}`, minutesAgo),
});

export const needed = (
  name: string,
  more: Partial<NeededTold> = {},
): NeededTold => ({
  ...{ ref: ref(name), name, depth: 1, mayRead: true },
  objectives: [objective({ service: name })],
  ...more,
});

/** Everything was asked, and all is well. */
export const findings = (more: Partial<FindingsAt> = {}): FindingsAt => ({
  service: { ref: ref('payments'), name: 'Payments' },
  ...{ version: '12', versionFrom: 'asked', environment: 'production' },
  contracts: told([verdict('yes', 'verified')]),
  objectives: told([objective({ remaining: 0.71 })]),
  rollouts: told([rollout('complete')]),
  needs: told({ evidence: seen('otlp'), needed: [needed('ledger')] }),
  freezes: freezes(weekends),
  portal: 'https://portal.example',
  now: NOW,
  ...more,
});

/** Freezes as payments meets them. */
export const freezes = (...all: Parameters<typeof freezesOf>) =>
  told({
    all: freezesOf(...all),
    subject: {
      ...{ service: ref('payments'), environment: 'production' },
      ...{ owners: [], tier: 'T0' as const },
    },
  });

export const audit = {
  ...{ name: 'Audit', reason: 'accounts are being closed', timeZone: 'UTC' },
  once: { from: '2026-11-01 00:00', to: '2026-12-01 06:00' },
};

/** `no budget: Requests succeed: …`, the answer in brackets where it does not weigh */
export const reasonsOf = (more: Partial<Findings>) =>
  judge(findings(more)).reasons.map(
    ({ about, answer, weighs, words }) =>
      `${weighs ? answer : `(${answer})`} ${about}: ${words}`,
  );

export const answerOf = (more: Partial<Findings>) =>
  judge(findings(more)).answer;
