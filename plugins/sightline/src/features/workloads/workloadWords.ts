import {
  Workload,
  WorkloadKey,
} from '@sightline/backstage-plugin-sightline-common';
import { count, plural } from '../../ui/figures';

/** As the URL names a workload: "harbour-eu1/discovery/Deployment/search". */
export const idOf = ({ cluster, namespace, kind, name }: WorkloadKey): string =>
  [cluster, namespace, kind, name].join('/');

/** "search in harbour-eu1" */
export const titleOf = ({ name, cluster }: WorkloadKey): string =>
  `${name} in ${cluster}`;

/** "Deployment · discovery" */
export const placeOf = ({ kind, namespace }: WorkloadKey): string =>
  `${kind} · ${namespace}`;

/** "4 restarts in the last hour", "12 restarts, none in the last hour" */
export const restartWords = ({
  lastHour,
  total,
}: Workload['restarts']): string => {
  if (total === 0 && lastHour === 0) {
    return 'no restarts';
  }
  return lastHour > 0
    ? `${plural(lastHour, 'restart')} in the last hour, ${count(total)} in all`
    : `${plural(total, 'restart')}, none in the last hour`;
};

/** "4 of 2–6 pods" */
export const roomWords = ({
  min,
  max,
  current,
}: NonNullable<Workload['autoscaler']>): string =>
  `${count(current)} of ${count(min)}–${count(max)} pods`;
