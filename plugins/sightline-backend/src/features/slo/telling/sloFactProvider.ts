import {
  Evidence,
  FactDefinition,
  FactReading,
  FactValue,
  Feasibility,
  ObjectiveStatus,
  ServiceRef,
  SloSummary,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { FactProvider } from '@sightline/backstage-plugin-sightline-node';
import { Clock } from '../../../platform/clock';
import { summaryOf } from '../engine/summaryOf';
import { FeasibilityReader } from '../feasibility/feasibilityAnswer';
import { SloReader } from '../SloReader';

type Said = {
  statuses: readonly ObjectiveStatus[];
  /** left out for a service without objectives */
  worst?: SloSummary;
  feasibility: readonly Feasibility[];
};

type Fact = Omit<FactDefinition, 'id'> & {
  /** undefined while it cannot be told */
  of(said: Said): FactValue | undefined;
};

const least = (values: readonly number[]) =>
  values.length === 0 ? undefined : Math.min(...values);

const facts: Record<string, Fact> = {
  hasObjective: {
    ...{ type: 'boolean', title: 'Has an objective' },
    description: 'Whether anything is promised about the service',
    of: ({ statuses }) => statuses.length > 0,
  },
  objectives: {
    ...{ type: 'number', title: 'Objectives', unit: 'count' },
    description: 'How many objectives the service has',
    of: ({ statuses }) => statuses.length,
  },
  state: {
    ...{ type: 'string', title: 'State of the worst objective' },
    description: 'page, ticket, exhausted, unknown or met',
    of: ({ worst }) => worst?.state,
  },
  budgetRemaining: {
    ...{ type: 'number', title: 'Error budget left', unit: 'ratio' },
    description:
      'Of the objective with the least: 1 is untouched, 0 is spent, below 0 is overdrawn',
    of: ({ statuses }) =>
      least(statuses.flatMap(({ budget }) => budget?.remaining ?? [])),
  },
  worstBurn: {
    ...{ type: 'number', title: 'Fastest burn rate' },
    description: 'Of the worst objective; at 1 its budget lasts its window',
    of: ({ worst }) => worst?.burn,
  },
  attainment: {
    ...{ type: 'number', title: 'Attainment', unit: 'ratio' },
    description: 'Share of good ones over the window of the worst objective',
    of: ({ statuses }) => statuses[0]?.budget?.attainment,
  },
  feasible: {
    ...{ type: 'boolean', title: 'Objective can be kept' },
    description:
      'Whether what the service waits for lets it keep its availability',
    of: ({ feasibility }) => {
      const verdicts = feasibility.map(({ verdict }) => verdict);
      if (verdicts.includes('infeasible')) return false;
      return verdicts.length === 0 || verdicts.includes('unknown')
        ? undefined
        : true;
    },
  },
};

const evidenceOf = ({ statuses }: Said, now: Evidence): Evidence =>
  statuses.find(({ evidence }) => evidence)?.evidence ?? now;

/** What scorecards and pages can know of objectives. */
export const createSloFactProvider = (options: {
  reader: Pick<SloReader, 'ofServices'>;
  feasibility: FeasibilityReader;
  clock: Clock;
}): FactProvider => ({
  definitions: Object.entries(facts).map(
    ([name, { of: _, ...definition }]) => ({
      id: `slo.${name}`,
      ...definition,
    }),
  ),

  async read(services) {
    const { reader, feasibility, clock } = options;
    const objectives = await reader.ofServices(services);
    const judged = await feasibility.of([...objectives.values()].flat());
    const now: Evidence = {
      ...{ source: 'slo', observedAt: toIso(clock()), validFor: 900_000 },
    };
    return new Map(
      services.map((service): [ServiceRef, FactReading[]] => {
        const statuses = objectives.get(service) ?? [];
        const own = new Set(statuses.map(({ objective }) => objective.id));
        const said: Said = {
          statuses,
          ...(statuses.length > 0 && { worst: summaryOf(statuses) }),
          feasibility: judged.filter(({ objective }) => own.has(objective)),
        };
        return [service, readingsOf(said, evidenceOf(said, now))];
      }),
    );
  },
});

const readingsOf = (said: Said, evidence: Evidence): FactReading[] =>
  Object.entries(facts).flatMap(([name, { of }]) => {
    const value = of(said);
    return value === undefined
      ? []
      : [{ fact: `slo.${name}`, value, evidence }];
  });
