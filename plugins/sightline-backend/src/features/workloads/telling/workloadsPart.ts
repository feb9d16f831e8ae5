import {
  Deploy,
  HealthSummary,
  Known,
  known,
  Millis,
  RolloutState,
  ServiceRef,
  Unknown,
  VersionSkew,
  WorkloadKey,
} from '@sightline/backstage-plugin-sightline-common';
import { RunningService, WorkloadsReader } from '../WorkloadsReader';

/** What a dossier tells about workloads. */
export type WorkloadsOfService = {
  health: Omit<HealthSummary, 'evidence'>;
  /** most urgent first */
  workloads: {
    key: WorkloadKey;
    state: RolloutState;
    words: string;
    version?: string;
    ready: number;
    desired: number;
    /** what ails its pods, in words */
    troubles: string[];
  }[];
  skew?: VersionSkew;
  /** newest first */
  deploys: Omit<Deploy, 'id' | 'service' | 'images' | 'evidence'>[];
};

const shownAtMost = 20;

/** A dossier is assembled again after some minutes at the latest. */
const retoldWithin: Millis = 600_000;

const linesOf = ({ workloads }: RunningService) =>
  workloads.slice(0, shownAtMost).map(one => ({
    ...{ key: one.key, state: one.rollout.state, words: one.rollout.words },
    ...(one.version !== undefined && { version: one.version }),
    ...{ ready: one.replicas.ready, desired: one.replicas.desired },
    troubles: one.troubles.map(({ words }) => words),
  }));

const deployOf = (deploy: Deploy): WorkloadsOfService['deploys'][number] => {
  const { id: _, service: _s, images: _i, evidence: _e, ...rest } = deploy;
  return rest;
};

type Part = Known<WorkloadsOfService> | Unknown;

const partOf = (said: RunningService, deploys: readonly Deploy[]): Part => {
  const { evidence, ...health } = said.inShort.health;
  return known(
    {
      ...{ health, workloads: linesOf(said), deploys: deploys.map(deployOf) },
      ...(said.skew && { skew: said.skew }),
    },
    { ...evidence, validFor: evidence.validFor + retoldWithin },
  );
};

/** What every dossier says about workloads. */
export const createWorkloadsPart = (
  reader: Pick<WorkloadsReader, 'running' | 'deploysOf' | 'whyNone'>,
) => ({
  word: 'workloads' as const,
  async read(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, Part>> {
    const running = await reader.running(refs);
    const none = await reader.whyNone();
    const parts = new Map<ServiceRef, Part>();
    for (const ref of refs) {
      const said = running.get(ref);
      const part =
        said && partOf(said, await reader.deploysOf(ref, shownAtMost));
      parts.set(ref, part ?? none);
    }
    return parts;
  },
});
