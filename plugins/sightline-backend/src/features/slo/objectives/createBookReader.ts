import {
  annotations,
  ObjectiveProblem,
  ServiceRef,
  Tier,
  tiers,
} from '@sightline/backstage-plugin-sightline-common';
import {
  AskedService,
  Indicator,
} from '@sightline/backstage-plugin-sightline-node';
import { breathe } from '../../../platform/chunks';
import { ObjectiveBookOptions } from './createObjectiveBook';
import { KeptProvider } from './createProviders';
import { discoveredCandidates } from './discoveredCandidates';
import { KeptPlace } from './documents/createDocuments';
import { fromDocuments, FromDocuments } from './documents/documentCandidates';
import {
  DocumentStore,
  KeptDocument,
} from '../../../platform/documents/DocumentStore';
import { readAnnotations } from './documents/readAnnotations';
import { TargetsContext } from '../../../platform/documents/targets';
import { createFleetNames, FleetNames } from './engine/FleetNames';
import { Candidate } from './engine/Statement';
import { defaultObjectives, TierName } from './engine/tierObjectives';
import { Discovered, ObjectivesInForce, ServicePages } from './ObjectiveBook';
import { PushedObjective, PushedObjectives } from './pushed/PushedObjectives';
import { settle } from './settle';
import { createSinceBook } from './sinceBook';

export type BookReaderOptions = Pick<
  ObjectiveBookOptions,
  'config' | 'resolve' | 'measurers' | 'clock'
> &
  TargetsContext & {
    store: Pick<DocumentStore, 'all'>;
    pushed: Pick<PushedObjectives, 'list'>;
  };

const tierOf = ({ annotations: said }: AskedService): TierName =>
  tiers.find((tier: Tier) => tier === said[annotations.tier]?.trim()) ?? 'none';

const pushedCandidate = (pushed: PushedObjective): Candidate => ({
  ...pushed.statement,
  service: pushed.service,
  origin: { kind: 'pushed', where: `the API, by ${pushed.pushedBy}` },
});

const fromProviders = (documents: readonly KeptDocument[]): FromDocuments => {
  const all = documents.filter(({ kind }) => kind === 'provider');
  return {
    candidates: all.flatMap(({ kept }) => (kept as KeptProvider).stated),
    problems: all.flatMap(({ place, kept }) => {
      const { stated, problems } = kept as KeptProvider;
      return problems.map(({ words, since }) => ({
        ...{ where: place, words, since },
        earlierInForce: stated.length > 0,
      }));
    }),
    notes: [],
  };
};

const ofPlaces = (documents: readonly KeptDocument[]): ObjectiveProblem[] =>
  documents
    .filter(({ kind }) => kind === 'place')
    .flatMap(({ place, kept }) =>
      (kept as KeptPlace).problems.map(({ words, since }) => ({
        ...{ where: place, words, since, earlierInForce: false },
      })),
    );

const collect = async (pages: ServicePages): Promise<AskedService[]> => {
  const services: AskedService[] = [];
  for await (const page of pages) services.push(...page);
  return services;
};

/** Services whose defaults are made up before others have a turn. */
const TURN = 250;

/** By tier, of those whose own statements were read. */
const defaultsOf = async (
  services: readonly AskedService[],
  { config, measurers }: Pick<BookReaderOptions, 'config' | 'measurers'>,
  { fleet, unread }: { fleet: FleetNames; unread: ReadonlySet<ServiceRef> },
): Promise<Candidate[]> => {
  const context = {
    tiers: config.tiers,
    templates: config.templates,
    ownCalls: config.calls.enabled,
    fleet,
    canMeasure: (indicator: Indicator, source?: string) =>
      measurers.some(
        ({ id, measures }) =>
          (source === undefined || id === source) && measures(indicator),
      ),
  };
  const candidates: Candidate[] = [];
  for (const [at, service] of services.entries()) {
    if (!unread.has(service.ref)) {
      candidates.push(...defaultObjectives(service, tierOf(service), context));
    }
    if (at % TURN === 0) await breathe();
  }
  return candidates;
};

/** Reads what is in force: pure, but for what others keep. */
export const createBookReader = (options: BookReaderOptions) => {
  const { config, store, pushed, resolve, clock } = options;
  const sinceBook = createSinceBook(clock);

  return async (
    pages: ServicePages,
    discovered: Discovered,
  ): Promise<ObjectivesInForce> => {
    const services = await collect(pages);
    const known = new Set(services.map(({ ref }) => ref));
    const fleet = createFleetNames(services);
    const documents = await store.all();
    const annotated = readAnnotations(services, documents, options);
    const stated = fromDocuments(documents, {
      ...{ fleet, namedBy: annotated.namedBy, folders: config.openslo.folders },
    });
    const others = fromProviders(documents);
    const found = await discoveredCandidates(discovered, {
      ...{ fleet, resolve },
    });
    const candidates = [
      ...stated.candidates,
      ...(await pushed.list()).map(pushedCandidate),
      ...others.candidates,
      ...found.candidates,
      ...(await defaultsOf(services, options, {
        ...{ fleet, unread: annotated.unread },
      })),
    ].filter(({ service }) => known.has(service));
    const { objectives, indicators, rules, leftOut } = settle(
      candidates,
      options,
    );
    return {
      ...{ objectives, indicators, rules },
      problems: sinceBook.date([
        ...stated.problems,
        ...others.problems,
        ...ofPlaces(documents),
        ...annotated.problems,
        ...found.problems,
        ...leftOut,
      ]),
      notes: stated.notes,
    };
  };
};
