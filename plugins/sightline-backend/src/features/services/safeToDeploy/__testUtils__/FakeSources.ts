import {
  ObjectiveStatus,
  PacticipantVersion,
  ServiceRef,
  SourceState,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { ServiceInBrief } from '../../fleetReader';
import { AskedContracts, DeploySources, OwnContracts } from '../DeploySources';
import { RolloutTold } from '../engine/Told';
import {
  burning,
  NOW,
  objective,
  ref,
  rollout,
  seen,
  verdict,
} from './findings';

type SourceStatusInShort = Awaited<
  ReturnType<DeploySources['statuses']['list']>
>[number];

const payments = { broker: 'pact:main', name: 'payments' };
const ledger = { broker: 'pact:main', name: 'ledger' };

const version = (number: string, createdAt?: string): PacticipantVersion => ({
  ...{ number, branches: ['main'] },
  ...(createdAt !== undefined && { createdAt }),
});

/** Payments needs the ledger; the newest pact is of version 12. */
export const ownContracts = (): OwnContracts => ({
  providers: ['2026-11-01', '2026-11-17'].map((day, n) => ({
    ...{ consumer: payments, provider: ledger, environments: [] },
    consumerVersion: version(`${11 + n}`, `${day}T00:00:00.000Z`),
    verification: { state: 'success' as const },
  })),
  consumers: [],
  deployed: [
    {
      ...{ environment: 'live', pacticipant: 'payments', how: 'deployed' },
      version: version('9'),
    },
  ],
  environments: ['test', 'live'].map(name => ({
    ...{ broker: 'pact:main', name, displayName: name },
    production: name === 'live',
  })),
});

const brief: ServiceInBrief = {
  ...{ ref: ref('payments'), name: 'payments', title: 'Payments', tier: 'T0' },
  owner: {
    ...{ ref: 'group:default/payments', name: 'Payments', exists: true },
    path: ['group:default/commerce', 'group:default/company'],
  },
};

/** Everybody who is asked; a test replaces whom it wants to say something else. */
export const fakeSources = () => {
  const asked: Parameters<AskedContracts['verdictsOf']>[] = [];
  const said = {
    own: ownContracts(),
    isMirrored: true,
    verdicts: [verdict('yes', 'verified')],
    objectives: new Map<ServiceRef, ObjectiveStatus[]>([
      [ref('payments'), [objective({ remaining: 0.7 })]],
      [ref('ledger'), [objective({ service: 'ledger' })]],
    ]),
    rollouts: [rollout('complete')] as RolloutTold[],
    areClustersKnown: true,
    sources: ['pact:main', 'kubernetes:harbour-eu1'].map(id => ({
      ...{ id, title: id, state: 'failing' as SourceState },
      // What it said two minutes ago still stands.
      ...{ lastSuccessAt: toIso(NOW - 120_000), freshFor: 600_000 },
    })) as SourceStatusInShort[],
  };
  const sources: DeploySources = {
    fleet: {
      inBrief: async refs =>
        new Map(refs.filter(one => one === brief.ref).map(one => [one, brief])),
    },
    contracts: {
      isKnown: async () => said.isMirrored,
      ofService: async () => said.own,
      verdictsOf: async (...question) => {
        asked.push(question);
        return said.verdicts;
      },
    },
    statuses: {
      list: async () => said.sources.map(one => ({ ...one })),
    },
    slo: { ofServices: async () => said.objectives },
    workloads: {
      isKnown: async () => said.areClustersKnown,
      rolloutOf: async () => said.rollouts,
    },
    calls: {
      needs: async () => ({
        evidence: seen('otlp'),
        of: () => [
          {
            ...{ depth: 1 },
            party: {
              ...{ entity: ref('ledger'), name: 'Ledger' },
              owner: { ref: 'group:default/payments', name: 'Payments' },
            },
          },
          { depth: 1, party: { name: 'postgresql' } },
        ],
      }),
    },
  };
  return {
    ...{ sources, asked, said },
    burn: (name: string) => {
      said.objectives.set(ref(name), [burning(name)]);
    },
  };
};
