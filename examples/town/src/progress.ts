import type { Tally } from './delivery/Sender.ts';
import type { Outage } from './engine/traffic.ts';

const number = (value: number) => value.toLocaleString('en-US');

/** `12:30:05  18,200 sent · 17,800 acknowledged · …`: one line on how the town is doing. */
export function describeProgress(options: {
  tally: Tally;
  outages: Outage[];
  nowMicros: number;
}): string {
  const { tally, outages, nowMicros } = options;
  const { offered, acknowledged, rejected, lost, waiting, retries } = tally;
  const troubles = outages
    .filter(({ fromMicros, toMicros }) =>
      nowMicros < fromMicros ? false : nowMicros < toMicros,
    )
    .map(({ incident }) => incident.id);
  return [
    `${new Date(nowMicros / 1000).toISOString().slice(11, 19)} ${number(
      offered - waiting - lost,
    )} spans sent`,
    `${number(acknowledged)} acknowledged`,
    `${number(rejected)} rejected`,
    `${number(lost)} lost`,
    waiting > 0 && `${number(waiting)} waiting`,
    retries > 0 && `${number(retries)} retries`,
    tally.complaint && `last complaint: ${tally.complaint}`,
    troubles.length > 0 && `incident: ${troubles.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
