import {
  Dossier,
  Evidence,
  IsoTime,
  Known,
  OnCallNow,
  RolloutState,
  SloSummary,
  Unknown,
  onCallSummary,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { EntityLink } from '../../ui/EntityLink';
import { OnCallSummaryCell } from '../../ui/oncall/OnCallSummaryCell';
import { TierBadge } from '../../ui/TierBadge';
import { WorstBudget } from '../../ui/slo/WorstBudget';
import { StateBadge } from '../../ui/state/StateBadge';
import { Age } from '../../ui/time/Age';
import { RolloutBadge } from '../../ui/workloads/RolloutBadge';

/** One answer of the strip: what it is called, and how it is read from the dossier. */
export type StripItem = {
  id: string;
  title: string;
  read: (
    dossier: Dossier,
  ) => { shown: ReactNode; evidence: Evidence } | Unknown;
};

const fromService = (
  dossier: Dossier,
  show: (
    service: Extract<Dossier['service'], { state: 'known' }>['value'],
  ) => ReactNode,
) => {
  const { service } = dossier;
  if (service.state === 'unknown') {
    return service;
  }
  return { shown: show(service.value), evidence: service.evidence };
};

/** A part that no feature has added is not set up, which differs from empty. */
const partOf = <T,>(dossier: Dossier, word: string): Known<T> =>
  (dossier.parts[word] as Known<T> | undefined) ?? unknown('not-configured');

const owner: StripItem = {
  id: 'owner',
  title: 'Owner',
  read: dossier =>
    fromService(dossier, ({ owner: team }) => {
      if (!team) {
        return <StateBadge kind="warn" word="no owner" />;
      }
      return team.exists ? (
        <EntityLink entityRef={team.ref}>{team.name}</EntityLink>
      ) : (
        <StateBadge kind="bad" word={`gone: ${team.name}`} />
      );
    }),
};

const tier: StripItem = {
  id: 'tier',
  title: 'Tier',
  read: dossier =>
    fromService(dossier, service => <TierBadge tier={service.tier} />),
};

/** What its feature tells in a dossier, as far as the strip shows it. */
type SloOfService = { worst: SloSummary };

/** The evidence is the worst objective's own: others may have been measured later. */
const worstBudget: StripItem = {
  id: 'slo',
  title: 'Worst budget',
  read: dossier => {
    const part = partOf<SloOfService>(dossier, 'slo');
    if (part.state === 'unknown') {
      return part;
    }
    const { worst } = part.value;
    return {
      shown: <WorstBudget slo={worst} />,
      evidence: worst.evidence ?? part.evidence,
    };
  },
};

/** Who is on call; a gap is shown as one, whoever is on a later level. */
const onCall: StripItem = {
  id: 'onCall',
  title: 'On call',
  read: dossier => {
    const part = partOf<OnCallNow>(dossier, 'onCall');
    if (part.state === 'unknown') {
      return part;
    }
    return {
      shown: <OnCallSummaryCell onCall={onCallSummary(part.value)} />,
      evidence: part.evidence,
    };
  },
};

/** What its feature tells in a dossier, as far as the strip shows it. */
type WorkloadsOfService = {
  health: { state: RolloutState; words: string };
  /** newest first */
  deploys: { at: IsoTime; toVersion?: string }[];
};

/** What was deployed last, and how it runs unless all is well. */
const lastDeploy: StripItem = {
  id: 'workloads',
  title: 'Last deploy',
  read: dossier => {
    const part = partOf<WorkloadsOfService>(dossier, 'workloads');
    if (part.state === 'unknown') {
      return part;
    }
    const { health, deploys } = part.value;
    const last = deploys.at(0);
    return {
      shown: (
        <>
          {last ? (
            <>
              <Age at={last.at} /> {last.toVersion}
            </>
          ) : (
            'none seen yet'
          )}
          {health.state !== 'complete' && (
            <div>
              <RolloutBadge state={health.state} title={health.words} />
            </div>
          )}
        </>
      ),
      evidence: part.evidence,
    };
  },
};

/**
 * A place kept for a feature that is not there yet. When it comes it brings a
 * `StripItem` of its own, which knows how to draw the part; until then a known
 * part cannot be drawn, and saying so beats guessing.
 */
const awaited = (id: string, title: string): StripItem => ({
  id,
  title,
  read: dossier => {
    const part = partOf(dossier, id);
    return part.state === 'unknown'
      ? part
      : unknown(
          'not-configured',
          'This version of the portal cannot show it yet.',
        );
  },
});

export const stripItems: StripItem[] = [
  owner,
  onCall,
  tier,
  worstBudget,
  awaited('scorecards', 'Level'),
  lastDeploy,
];
