import {
  IndicatorKind,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import type { DiscoveredObjective } from '@sightline/backstage-plugin-sightline-node';
import { Labels, Series } from '../../../client/engine/readAnswer';

/** All that Sloth and Pyrra say about their objectives, in one question. */
export const objectivesQuestion =
  '{__name__=~"sloth_slo_info|slo:objective:ratio|slo:time_period:days|pyrra_objective|pyrra_window"}';

export type Found = {
  objectives: DiscoveredObjective[];
  /** ids of those that lack what they promise, or over which time */
  incomplete: string[];
};

const day = 86_400_000;

/** What is recorded of one objective: its labels, and values by the name of the series. */
type Said = { labels: Labels; values: Map<string, number> };

export const findObjectives = (
  series: readonly Series[],
  where: string,
): Found => {
  const found: Found = { objectives: [], incomplete: [] };
  const add = (id: string, objective?: DiscoveredObjective) => {
    if (objective) found.objectives.push(objective);
    else found.incomplete.push(id);
  };
  for (const [id, said] of saidBy(series, 'sloth_id')) {
    if (said.values.has('sloth_slo_info')) add(id, ofSloth(id, said, where));
  }
  for (const [slo, said] of saidBy(series, 'slo')) {
    if (said.values.has('pyrra_objective')) add(slo, ofPyrra(slo, said, where));
  }
  return found;
};

const saidBy = (series: readonly Series[], label: string) => {
  const all = new Map<string, Said>();
  for (const { labels, values } of series) {
    const id = labels[label];
    const value = values[0]?.[1];
    if (!id || value === undefined) continue;
    const before = all.get(id);
    const said: Said = before ?? { labels: {}, values: new Map() };
    said.labels = { ...said.labels, ...labels };
    said.values.set(labels.__name__ ?? '', value);
    all.set(id, said);
  }
  return all;
};

const ofSloth = (
  id: string,
  { labels, values }: Said,
  where: string,
): DiscoveredObjective | undefined => {
  const target = values.get('slo:objective:ratio');
  const days = values.get('slo:time_period:days');
  const name = labels.sloth_slo ?? id;
  const promise = promised(target, days === undefined ? days : days * day);
  return (
    promise && {
      ...promise,
      outsideService: {
        name: labels.sloth_service ?? id,
        namespace: labels.namespace ?? '',
      },
      ...named(name),
      indicator: {
        kind: kindOf(name),
        words:
          'events that Sloth counts as good; over the whole window the mean of 5-minute shares, each alike whatever the traffic',
        queries: [
          {
            label: 'bad',
            query: `slo:sli_error:ratio_rate5m{sloth_id="${id}"}`,
          },
        ],
      },
      // What its series can tell of the whole window is this, see askSloth.
      budgeting: { method: 'ratio-timeslices', slice: 300_000 },
      origin: { kind: 'sloth', where: `${where}, rules of Sloth for ${id}` },
      measure: { by: 'recorded', family: 'sloth', labels: { sloth_id: id } },
    }
  );
};

const ofPyrra = (
  slo: string,
  { labels, values }: Said,
  where: string,
): DiscoveredObjective | undefined => {
  const seconds = values.get('pyrra_window');
  const promise = promised(
    values.get('pyrra_objective'),
    seconds === undefined ? seconds : seconds * 1000,
  );
  const service = labels.service ?? labels.service_name ?? labels.job ?? slo;
  return (
    promise && {
      ...promise,
      outsideService: { name: service, namespace: labels.namespace ?? '' },
      ...named(slo),
      indicator: {
        kind: kindOf(slo),
        words: 'events that Pyrra counts as good',
        queries: [{ label: 'good', query: `pyrra_availability{slo="${slo}"}` }],
      },
      budgeting: { method: 'occurrences' },
      origin: { kind: 'pyrra', where: `${where}, rules of Pyrra for ${slo}` },
      measure: { by: 'recorded', family: 'pyrra', labels: { slo } },
    }
  );
};

/** Sloth writes 99.99 % as 0.9998999999999999. */
const promised = (target?: number, duration?: Millis) => {
  if (target === undefined || duration === undefined) return undefined;
  const clean = Number(target.toPrecision(12));
  const isPromise = clean > 0 && clean < 1 && duration > 0;
  return isPromise
    ? { target: clean, window: { kind: 'rolling', duration } as const }
    : undefined;
};

const named = (name: string) => ({ name, title: name });

/** Neither says what an objective is about, but in its name. */
const kindOf = (name: string): IndicatorKind => {
  if (/latenc|duration|slow|fast|response-?time/i.test(name)) return 'latency';
  if (/avail|error|success|request/i.test(name)) return 'availability';
  return 'other';
};
