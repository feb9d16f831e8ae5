import { Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  failed,
  ok,
  Outcome,
  retry,
  SourceSink,
  WatchSource,
} from '@sightline/backstage-plugin-sightline-node';
import { createKubeClient } from '../client/createKubeClient';
import { Refusal } from '../client/KubeClient';
import { ClusterConfig } from '../clusters/ClusterConfig';
import { ClusterState } from '../engine/ClusterState';
import { Kept } from '../engine/Kept';
import { TableName } from '../engine/tables';
import { createTelling } from './createTelling';
import { followType } from './followType';
import { Health } from './Health';
import { ResourceType, resourceTypes } from './resourceTypes';
import { Timing, usualTiming } from './Timing';

export type ClusterSourceOptions = {
  id: string;
  cluster: ClusterConfig;
  /** for tests */
  timing?: Partial<Timing>;
  now?: () => Instant;
  random?: () => number;
};

const outcomeOf = ({ why, fault }: Refusal): Outcome<never> =>
  why === 'passing' ? retry(fault) : failed(fault);

/** Watches one cluster: all of its types side by side, each for itself. */
const watchCluster = async (
  {
    cluster,
    timing: given,
    now = Date.now,
    random = Math.random,
  }: ClusterSourceOptions,
  sink: SourceSink,
  context: AskContext,
): Promise<Outcome<void>> => {
  const timing = { ...usualTiming, ...given };
  const over = new AbortController();
  const signal = AbortSignal.any([context.signal, over.signal]);
  const client = createKubeClient(cluster, {
    now,
    countCall: () => context.countCall(),
  });
  const health = new Health(resourceTypes);
  const state = new ClusterState();
  let ending: Refusal | undefined;
  const telling = createTelling({
    ...{ cluster: cluster.name, state, sink, timing, signal, now },
    seen: () => health.seen,
    gaps: () => health.gaps(client.clockAhead()),
    unseen: () => health.unseen,
  });

  const heard = () => {
    if (health.isSettled) telling.mayTell();
  };

  const judge = (type: ResourceType, verdict: 'well' | Refusal) => {
    const isNews = health.set(type, verdict);
    if (verdict === 'well') health.heard(type, now());
    ending = health.ending;
    if (ending) over.abort();
    else if (isNews && health.isSettled) telling.mustTell();
  };

  const put = (name: TableName, row: Kept) => {
    if (state.isFull(name) && !state.has(name, row.key)) {
      sink.lost(`${name} of a cluster above what is kept`, 1);
      return;
    }
    telling.changed(state.put(name, row));
    heard();
  };

  const follow = (type: ResourceType) =>
    followType(type, {
      ...{ client, signal, timing, now, random },
      lost: sink.lost,
      alive: () => health.heard(type, now()),
      put: row => put(type.name, row),
      remove: row => {
        telling.changed(state.remove(type.name, row));
        heard();
      },
      listed: keys => {
        telling.changed(state.keepOnly(type.name, keys));
        telling.everythingChanged();
        heard();
      },
      well: () => judge(type, 'well'),
      unwell: refusal => judge(type, refusal),
    });

  const retold = setInterval(() => {
    telling.everythingChanged();
    heard();
  }, timing.wholeEvery);
  const still = setInterval(() => {
    const isThere = health.isHeardSince(now() - timing.heardFor);
    if (isThere && health.isSettled) telling.mustTell();
  }, timing.stillEvery);
  try {
    await Promise.all([telling.run(), ...resourceTypes.map(follow)]);
  } finally {
    clearInterval(retold);
    clearInterval(still);
    over.abort();
  }
  return ending && !context.signal.aborted ? outcomeOf(ending) : ok(undefined);
};

/** One cluster as a source: whatever becomes of it concerns no other. */
export const createClusterSource = (
  options: ClusterSourceOptions,
): WatchSource => ({
  kind: 'watch',
  id: options.id,
  title: `Kubernetes ${options.cluster.title ?? options.cluster.name}`,
  defaults: { freshFor: { minutes: 10 } },
  watch: (sink, context) => watchCluster(options, sink, context),
});
