import type { TownOptions } from './arguments.ts';
import type { Tally } from './delivery/Sender.ts';
import type { Outage } from './engine/traffic.ts';
import { clockTime, describeOutage } from './outages.ts';

const number = (value: number) => value.toLocaleString('en-US');

/** `Harbour lives: rate 0.2, to http://…, telling from 12:15:05 on` */
export function describeStart(options: {
  asked: TownOptions;
  fromMicros: number;
  outages: Outage[];
}): string {
  const { asked, fromMicros, outages } = options;
  return [
    `Harbour lives: rate ${asked.rate}, to ${asked.endpoint}`,
    `telling from ${clockTime(fromMicros)} UTC on`,
    ...outages.map(describeOutage),
  ].join(', ');
}

const newLine = () => (process.stdout.isTTY ? '\r\x1b[K' : '');

/** One line that changes on a terminal, a line every ten seconds in a log; a last one at the end. */
export function showEverySoOften(progress: () => string): { end(): void } {
  const { isTTY } = process.stdout;
  const show = (end: string) =>
    process.stdout.write(`${newLine()}${progress()}${end}`);
  const timer = setInterval(
    () => show(isTTY ? '' : '\n'),
    isTTY ? 1000 : 10_000,
  );
  return {
    end() {
      clearInterval(timer);
      show('\n');
    },
  };
}

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
    `${clockTime(nowMicros)} ${number(offered - waiting - lost)} spans sent`,
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
