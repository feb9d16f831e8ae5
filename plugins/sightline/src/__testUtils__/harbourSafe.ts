import {
  DeployReason,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { HarbourWorkloads } from './HarbourWorkloads';
import { NOON } from './harbour';

/** Whether it may be deployed. */
export type Safe = 'yes' | 'no' | 'unknown' | 'nothing-set-up';

const seen = (source: string, now: number, minutesAgo = 1) => ({
  source,
  observedAt: toIso(now - minutesAgo * 60_000),
  validFor: 5 * 60_000,
});

const reasonsOf = (now: number): Record<string, DeployReason> => ({
  stuck: {
    ...{ about: 'rollout', answer: 'no', weighs: true },
    words: 'harbour-eu1: Stuck: 1 of 3 pods updated, 3 available',
    url: '/catalog/default/component/search/workloads',
    evidence: seen('kubernetes:harbour-eu1', now),
  },
  frozen: {
    ...{ about: 'freeze', answer: 'no', weighs: true },
    words:
      'Frozen until Mon 2026-11-30 08:00 (Europe/Amsterdam) by Black Friday: nobody deploys to the shop',
    evidence: seen('app-config', now, 0),
  },
  unchecked: {
    ...{ about: 'contracts', answer: 'unknown', weighs: true },
    ...{ unknown: 'no-data' },
    words: 'Web BFF 6.41.0 in production was never verified against it',
    url: 'https://pacts.harbour.example/matrix',
    evidence: seen('pact:main', now, 3),
  },
  verified: {
    ...{ about: 'contracts', answer: 'yes', weighs: true },
    words: 'The pact of Web BFF 6.41.0 is verified by it; and 2 more like this',
    evidence: seen('pact:main', now, 3),
  },
  budget: {
    ...{ about: 'budget', answer: 'yes', weighs: true },
    words: 'Searches are answered: 60 % of the budget is left',
    evidence: seen('prometheus:main', now),
  },
  calls: {
    ...{ about: 'dependencies', answer: 'yes', weighs: true },
    words: 'None of the 2 it waits for pages',
    evidence: seen('otlp', now),
  },
  free: {
    ...{ about: 'freeze', answer: 'yes', weighs: true },
    words: 'No freeze holds, and none is to come',
    evidence: seen('app-config', now, 0),
  },
  out: {
    ...{ about: 'rollout', answer: 'yes', weighs: true },
    words: 'Nothing is being rolled out in harbour-eu1 and harbour-us1',
    evidence: seen('kubernetes:harbour-eu1', now),
  },
  noBroker: {
    ...{ about: 'contracts', answer: 'unknown', weighs: false },
    ...{ unknown: 'not-configured', words: 'No Pact Broker is set up' },
  },
  noCluster: {
    ...{ about: 'rollout', answer: 'unknown', weighs: false },
    ...{ unknown: 'not-configured', words: 'No cluster is connected' },
  },
});

const told = (safe: Safe, now: number): DeployReason[] => {
  const { frozen, stuck, unchecked, verified, budget, ...rest } =
    reasonsOf(now);
  const { calls, free, out, noBroker, noCluster } = rest;
  switch (safe) {
    case 'yes':
      return [free, verified, budget, calls, noCluster];
    case 'no':
      return [frozen, stuck, unchecked, budget, calls];
    case 'unknown':
      return [unchecked, free, budget, out, calls];
    default:
      return [noBroker, noCluster];
  }
};

const wordsOf = (what: string): Record<Safe, string> => ({
  yes: `Nothing speaks against deploying ${what}; not looked at: rollouts`,
  no: `Do not deploy ${what}. Frozen until Mon 2026-11-30 08:00 (Europe/Amsterdam) by Black Friday. And 1 more.`,
  unknown: `Nobody can say of ${what}. Web BFF 6.41.0 in production was never verified against it.`,
  'nothing-set-up': `Nobody can say of ${what}: nothing that would tell is set up`,
});

/** What a backend answers to "may I deploy it now?". */
export const harbourSafe = (
  now = NOON,
  safe: Safe = 'no',
): Pick<HarbourWorkloads, 'getSafeToDeploy' | 'whereToAskIfSafe'> => ({
  getSafeToDeploy: (service, { version, environment = 'production' }) => ({
    ...{ service, environment, askedAt: toIso(now) },
    ...(safe === 'nothing-set-up'
      ? { version }
      : {
          version: version ?? '5.3.0',
          versionFrom: version ? 'asked' : 'contracts',
        }),
    answer: safe === 'nothing-set-up' ? 'unknown' : safe,
    words: wordsOf(`search ${version ?? '5.3.0'} to ${environment}`)[safe],
    reasons: told(safe, now),
  }),
  whereToAskIfSafe: (_service, { version, environment }) =>
    `https://portal.harbour.example/api/sightline/v1/services/default/search/safe-to-deploy?${new URLSearchParams(
      {
        ...(version && { version }),
        ...(environment && { environment }),
        exit: '1',
      },
    )}`,
});
