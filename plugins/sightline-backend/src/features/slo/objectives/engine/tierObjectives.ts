import {
  Millis,
  ObjectiveWindow,
  Ratio,
  Tier,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  AskedService,
  Indicator,
} from '@sightline/backstage-plugin-sightline-node';
import { FleetNames } from './FleetNames';
import { Candidate } from './Statement';
import {
  boundPattern,
  serviceValues,
  Template,
  templateIndicator,
} from './templates';

export type TierName = Tier | 'none';

/** What services of a tier promise when nobody says otherwise. */
export type TierTargets = {
  availability?: { target: Ratio };
  latency?: { target: Ratio; threshold: Millis };
  window: ObjectiveWindow;
};

export type DefaultsContext = {
  tiers: Readonly<Record<TierName, TierTargets>>;
  templates: readonly Template[];
  /** whether the service's own calls are measured where nothing better is there */
  ownCalls: boolean;
  /** whether somebody can measure it; the one of this id, where one is given */
  canMeasure(indicator: Indicator, source?: string): boolean;
  fleet: FleetNames;
};

type Kind = 'availability' | 'latency';

const titles: Record<Kind, string> = {
  availability: 'Requests succeed',
  latency: 'Requests are answered in time',
};

/** @example 800 is `800 ms`, 2500 is `2.5 s` */
const inWords = (threshold: Millis) =>
  threshold < 1000 ? `${threshold} ms` : `${threshold / 1000} s`;

const wordsOf = (kind: Kind, threshold?: Millis): string => {
  if (kind === 'availability' || threshold === undefined) {
    return 'requests answered without an error of the service';
  }
  return `requests answered within ${inWords(threshold)}`;
};

/** Its own name is a guess: nobody else may be known by it. */
const ownNames = (service: AskedService, fleet: FleetNames) => {
  const { name, namespace, ref } = service;
  return ['', namespace]
    .map(within => ({ name, namespace: within }))
    .filter(own => {
      const claimant = fleet.claims(own.namespace, own.name);
      return claimant === undefined || claimant === ref;
    });
};

const byTemplate = (
  service: AskedService,
  kind: Kind,
  context: DefaultsContext & { threshold?: Millis },
): { measure: Indicator; template: Template } | undefined => {
  const { templates, threshold, fleet, canMeasure } = context;
  for (const template of templates) {
    const queries = template[kind];
    if (!queries) continue;
    const measure = templateIndicator(template, queries, {
      service: serviceValues(template.labels, {
        outside: service.names.filter(outside => outside.kind === 'otel'),
        own: ownNames(service, fleet),
      }),
      ...(threshold !== undefined &&
        template.latency && {
          threshold: boundPattern(threshold, template.latency.unit),
        }),
    });
    if (canMeasure(measure, template.source)) return { measure, template };
  }
  return undefined;
};

const byCalls = (kind: Kind, threshold?: Millis): Indicator =>
  kind === 'latency' && threshold !== undefined
    ? { by: 'calls', of: 'latency', threshold }
    : { by: 'calls', of: 'availability' };

const queriesOf = (measure: Indicator) => {
  if (measure.by !== 'template') {
    return [];
  }
  const { good, bad, total } = measure;
  return [
    ...(good === undefined ? [] : [{ label: 'good', query: good }]),
    ...(bad === undefined ? [] : [{ label: 'bad', query: bad }]),
    { label: 'total', query: total },
  ];
};

type Asked = {
  service: AskedService;
  tier: TierName;
  kind: Kind;
  target: Ratio;
  threshold?: Millis;
  window: ObjectiveWindow;
};

const statementOf = (
  asked: Asked,
  measure: Indicator,
  from: { origin: Candidate['origin']; source?: string },
): Candidate => {
  const { service, kind, target, threshold, window } = asked;
  const queries = queriesOf(measure);
  return {
    service: service.ref,
    name: kind,
    title: titles[kind],
    indicator: {
      kind,
      ...(threshold !== undefined && { threshold }),
      words: wordsOf(kind, threshold),
      ...(queries.length > 0 && { queries }),
    },
    ...{ target, window, budgeting: { method: 'occurrences' }, measure },
    ...from,
  };
};

const defaultOf = (asked: Asked, context: DefaultsContext): Candidate[] => {
  const { service, tier, kind, threshold } = asked;
  const where = `sightline.slo.tiers.${tier}`;
  const found = byTemplate(service, kind, {
    ...context,
    ...(threshold !== undefined && { threshold }),
  });
  if (found) {
    const { source } = found.template;
    return [
      statementOf(asked, found.measure, {
        origin: { kind: 'tier', where },
        ...(source !== undefined && { source }),
      }),
    ];
  }
  const measure = byCalls(kind, threshold);
  return context.ownCalls && context.canMeasure(measure)
    ? [statementOf(asked, measure, { origin: { kind: 'calls', where } })]
    : [];
};

/**
 * What holds for a service when nobody states anything: its tier's targets,
 * measured as the fleet is, or else by its own calls.
 */
export const defaultObjectives = (
  service: AskedService,
  tier: TierName,
  context: DefaultsContext,
): Candidate[] => {
  const { availability, latency, window } = context.tiers[tier];
  const about = { service, tier, window };
  return [
    ...(availability
      ? defaultOf({ ...about, kind: 'availability', ...availability }, context)
      : []),
    ...(latency
      ? defaultOf({ ...about, kind: 'latency', ...latency }, context)
      : []),
  ];
};
