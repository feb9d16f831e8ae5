import {
  CallParty,
  CallsWindow,
  Evidence,
  Instant,
  observedWithin,
  toIso,
  TraceSample,
} from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../../../platform/clock';
import { shownFor } from '../callsPart';
import { CallsScope } from '../CallAnswers';
import { Catalog } from '../engine/Catalog';
import { CatalogView } from '../CatalogView';
import { Contracts } from '../engine/drift/Contracts';
import { CallGraph, Window } from '../engine/graph/CallGraph';
import { catalogParty } from '../engine/graph/catalogParty';
import { GraphReader } from '../GraphReader';
import { JourneyReader } from '../JourneyReader';

/** What every answer is made of. */
export type AnswerContext = {
  graphs: GraphReader;
  journeys: JourneyReader;
  catalog: CatalogView;
  /** undefined while nobody knows of contracts */
  contracts(): Promise<Contracts | undefined>;
  clock: Clock;
  /** where a trace can be looked at; undefined while no tool is configured */
  linkTo(traceId: string): string | undefined;
};

export const windowOf = (
  { until, length = shownFor }: CallsScope,
  clock: Clock,
): Window => {
  const to = until ?? clock();
  return { from: to - length, to };
};

/** The last hour is prepared; whatever else is asked for is read. */
export const graphOf = (
  { graphs, clock }: Pick<AnswerContext, 'graphs' | 'clock'>,
  scope: CallsScope,
): Promise<CallGraph> => {
  const { until, length, environment } = scope;
  const isPrepared = until === undefined && (length ?? shownFor) === shownFor;
  return graphs.graph({
    ...(isPrepared ? {} : { window: windowOf(scope, clock) }),
    environment,
  });
};

export const shownWindow = ({ from, to }: Window): CallsWindow => ({
  from: toIso(from),
  to: toIso(to),
});

/** Nothing was ever reported: that is true as of now. */
export const evidenceOf = async ({
  graphs,
  clock,
}: Pick<AnswerContext, 'graphs' | 'clock'>): Promise<Evidence> =>
  (await graphs.evidence()) ?? {
    source: 'calls',
    observedAt: toIso(clock()),
    validFor: shownFor,
  };

export const partyIn = (
  id: string,
  { parties }: Pick<CallGraph, 'parties'>,
  catalog: Catalog,
): CallParty => parties.get(id) ?? catalogParty(id, catalog);

const isTraceId = /^[0-9a-f]{32}$/;

export const sampleOf = (
  traceId: string,
  { linkTo }: Pick<AnswerContext, 'linkTo'>,
): TraceSample | undefined => {
  if (!isTraceId.test(traceId) || /^0+$/.test(traceId)) return undefined;
  const url = linkTo(traceId);
  return { traceId, ...(url !== undefined && { url }) };
};

/** Calls before this are no longer a reason to keep a declaration. */
export const usedSince = (now: Instant): Instant => now - observedWithin;
