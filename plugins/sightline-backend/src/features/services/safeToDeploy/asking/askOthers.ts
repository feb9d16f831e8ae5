import {
  Evidence,
  Instant,
  ObjectiveStatus,
  ServiceRef,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { DeploySources } from '../DeploySources';
import { notHeardInWords } from '../engine/inWords';
import { NeededTold, RolloutTold, Told } from '../engine/Told';
import { aside, holdingBack, neverHeard } from './notTold';
import { othersThan, unheardOf } from './unheard';

/** Whether a service of this owner may be seen by who asks. */
export type MayRead = (owner: string | undefined) => boolean;

const noObjective =
  'No objective is stated for it: annotate it with sightline.dev/openslo, or see docs/slos.md';

const cluster = {
  ...{ kind: 'kubernetes', what: 'cluster', docs: 'docs/kubernetes.md' },
};

export const askObjectives = async (
  { slo }: Pick<DeploySources, 'slo'>,
  service: ServiceRef,
): Promise<Told<readonly ObjectiveStatus[]>> => {
  const value = (await slo.ofServices([service])).get(service) ?? [];
  return value.length === 0
    ? aside(unknown('not-configured', noObjective))
    : { state: 'told', value };
};

export const askRollouts = async (
  sources: Pick<DeploySources, 'workloads' | 'statuses'>,
  service: ServiceRef,
  now: Instant,
): Promise<Told<readonly RolloutTold[]>> => {
  const { workloads } = sources;
  if (!(await workloads.isKnown())) return neverHeard(sources, cluster);
  const value = await workloads.rolloutOf(service);
  const unheard = await unheardOf(sources, { ...cluster, now });
  if (value.length > 0) {
    return { state: 'told', value, unheard: othersThan(unheard, value) };
  }
  const noCluster = 'No cluster is known to run it';
  return unheard.length === 0
    ? aside(unknown('no-data', noCluster))
    : holdingBack(
        'source-unavailable',
        `${noCluster}, and ${notHeardInWords(
          unheard.map(({ title }) => title),
        )}`,
      );
};

export const askNeeds = async (
  { calls, slo }: Pick<DeploySources, 'calls' | 'slo'>,
  service: ServiceRef,
  mayRead: MayRead,
): Promise<Told<{ evidence: Evidence; needed: readonly NeededTold[] }>> => {
  const needs = await calls.needs();
  if (!needs.evidence) {
    return aside(unknown('not-configured', 'No traces have come yet'));
  }
  const parties = needs.of(service);
  if (!parties) {
    return aside(
      unknown(
        'no-data',
        'No trace names it, so whom it waits for is not known',
      ),
    );
  }
  const named = parties.flatMap(({ party, depth }) =>
    party.entity?.startsWith('component:')
      ? [{ party, depth, ref: party.entity as ServiceRef }]
      : [],
  );
  const objectives = await slo.ofServices(named.map(({ ref }) => ref));
  const needed = named.map(({ party, depth, ref }) => ({
    ...{ ref, name: party.name, depth },
    objectives: objectives.get(ref) ?? [],
    mayRead: mayRead(party.owner?.ref),
  }));
  return { state: 'told', value: { evidence: needs.evidence, needed } };
};
