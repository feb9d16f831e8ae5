import { Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  SeenWorkload,
  SourceSink,
  WorkloadsReport,
} from '@sightline/backstage-plugin-sightline-node';
import { ClusterState, keyIn } from '../engine/ClusterState';
import { OwnerKey } from '../engine/Kept';
import { nameOf } from '../engine/namesOf';
import { seeWorkload, Seeing } from '../engine/seeWorkload';
import { pause, Timing } from './Timing';

export type TellingOptions = {
  cluster: string;
  state: ClusterState;
  sink: SourceSink;
  timing: Timing;
  signal: AbortSignal;
  now: () => Instant;
  seen: () => Seeing['seen'];
  gaps: () => string[];
  unseen: () => WorkloadsReport['unseen'];
};

/**
 * Tells what changed, gathered for a moment: one report at a time, so that a
 * reader who is slow hears less often and not ever later.
 */
export const createTelling = (options: TellingOptions) => {
  const { cluster, state, sink, timing, signal, now, seen } = options;
  let dirty = new Set<OwnerKey>();
  let whole = true;
  let due = false;
  let wake = () => {};

  const report = (keys: Iterable<OwnerKey>, isWhole: boolean) => {
    const seeing = { cluster, seen: seen(), now: now() };
    const workloads: SeenWorkload[] = [];
    const removed: OwnerKey[] = [];
    for (const key of keys) {
      const workload = seeWorkload(state, key, seeing);
      if (workload) workloads.push(workload);
      else removed.push(key);
    }
    return {
      ...(workloads.length > 0 && { names: workloads.map(nameOf) }),
      workloads: {
        ...{ cluster, whole: isWhole, workloads, gaps: options.gaps() },
        unseen: options.unseen(),
        removed: isWhole ? [] : removed.map(key => keyIn(cluster, key)),
      },
    };
  };

  const tell = async () => {
    const [keys, isWhole] = [dirty, whole];
    [dirty, whole, due] = [new Set(), false, false];
    try {
      await sink.accept(report(isWhole ? state.all() : keys, isWhole));
    } catch {
      // Whoever keeps reports says itself what it could not keep.
      [whole, due] = [true, !signal.aborted];
      await pause(timing.mostWait, signal);
    }
  };

  const untilDue = () =>
    new Promise<void>(resolve => {
      wake = resolve;
      if (due || signal.aborted) resolve();
    });

  return {
    changed: (keys: readonly OwnerKey[]) => {
      keys.forEach(key => dirty.add(key));
    },
    everythingChanged: () => {
      whole = true;
    },
    /** from now on there is something to tell */
    mayTell: () => {
      due = due || whole || dirty.size > 0;
      if (due) wake();
    },
    /** gaps changed, or it is still there: told though no workload changed */
    mustTell: () => {
      due = true;
      wake();
    },
    run: async (): Promise<void> => {
      signal.addEventListener('abort', () => wake());
      while (!signal.aborted) {
        await untilDue();
        await pause(timing.gather, signal);
        if (!signal.aborted) await tell();
      }
    },
  };
};
