import {
  Workload,
  isStale,
} from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { count } from '../../ui/figures';
import { StateBadge } from '../../ui/state/StateBadge';
import { useNow } from '../../ui/time/useNow';
import { Replicas } from '../../ui/workloads/Replicas';
import { restartWords, roomWords } from './workloadWords';

/** Whether what is shown of it is older than it may be. */
export const useIsStale = ({ evidence }: Workload): boolean =>
  isStale(evidence, useNow());

const Restarts = ({ of }: { of: Workload['restarts'] }) => {
  const { lastHour, total } = of;
  const words = restartWords(of);
  return lastHour > 0 ? (
    <StateBadge
      kind="warn"
      word={`${count(lastHour)} in the last hour`}
      title={words}
    />
  ) : (
    <span title={words}>{count(total)}</span>
  );
};

/** How far it may still grow; at its maximum it may not. */
const Room = ({ of }: { of: NonNullable<Workload['autoscaler']> }) =>
  of.atMaximum ? (
    <StateBadge
      kind="warn"
      word={`at its maximum of ${count(of.max)}`}
      title={of.words}
    />
  ) : (
    <span title={of.words}>{roomWords(of)}</span>
  );

/** A CronJob runs now and then, so that no number of its pods is right or wrong. */
export const Pods = ({ of }: { of: Workload }) => {
  const stale = useIsStale(of);
  return of.key.kind === 'CronJob' ? (
    <span title="It runs when its time comes">now and then</span>
  ) : (
    <Replicas of={of.replicas} stale={stale} />
  );
};

export type Figure = [title: string, shown: ReactNode];

/** A workload in figures, as card and tab show it. */
export const figuresOf = (workload: Workload): Figure[] => {
  const { version, restarts, autoscaler } = workload;
  return [
    ['version', version ?? <span title="Its image names none">–</span>],
    ['pods', <Pods key="pods" of={workload} />],
    ['restarts', <Restarts key="restarts" of={restarts} />],
    ...(autoscaler
      ? [['autoscaler', <Room key="room" of={autoscaler} />] as Figure]
      : []),
  ];
};
