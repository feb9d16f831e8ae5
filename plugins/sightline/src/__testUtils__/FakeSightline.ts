import {
  Alias,
  Dossier,
  ServiceRef,
  ServiceRow,
  SourceRun,
  SourceStatus,
} from '@sightline/backstage-plugin-sightline-common';
import {
  AliasDecision,
  AliasesPage,
  AliasesQuery,
  AskOptions,
  PageOptions,
  Problem,
  ProblemKind,
  ServiceFacets,
  ServicesPage,
  ServicesQuery,
  SightlineApi,
} from '../api';
import { HarbourCalls } from './HarbourCalls';
import { HarbourContracts } from './HarbourContracts';
import { HarbourLookup } from './HarbourLookup';
import { HarbourObjectives } from './HarbourObjectives';
import { HarbourWorkloads } from './HarbourWorkloads';
import { facetsOf, filtered, sorted, toCsv } from './fleetOf';
import { aliases } from './harbourSources';
import { dossier } from './harbourDossier';

type Harbour = {
  services: ServiceRow[];
  sources: SourceStatus[];
  aliases: Alias[];
  calls?: HarbourCalls;
  objectives?: HarbourObjectives;
  contracts?: HarbourContracts;
  workloads?: HarbourWorkloads;
  lookup?: HarbourLookup;
  now?: number;
};

type Told = HarbourCalls &
  HarbourObjectives &
  HarbourContracts &
  HarbourWorkloads &
  HarbourLookup;

const pageOf = <T>(all: T[], { cursor, limit = 50 }: PageOptions) => {
  const from = Number(cursor ?? 0);
  const to = from + limit;
  return {
    items: all.slice(from, to),
    total: all.length,
    nextCursor: to < all.length ? String(to) : undefined,
  };
};

/** A backend in memory: filters, sorts and pages as the real one does, and fails on demand. */
export class FakeSightline implements SightlineApi {
  /** every question, in the order asked */
  readonly asked: { what: string; with: unknown }[] = [];
  /** set to let every answer fail this way */
  problem?: ProblemKind;
  /** only these questions fail; undefined: all of them */
  failing?: string[];
  /** how long an answer takes; a function may hold single answers back */
  delay:
    | number
    | ((what: string, query: unknown) => number | Promise<void>) = 0;
  /** answers nothing, for ever */
  silent = false;
  refreshOutcome: SourceRun['outcome'] = 'ok';

  constructor(private readonly harbour: Harbour) {}

  getServices(
    query: ServicesQuery & PageOptions,
    options?: AskOptions<ServicesPage>,
  ) {
    return this.answer('services', query, options?.signal, (): ServicesPage => {
      const left = sorted(filtered(this.harbour.services, query), query);
      const evidence = this.harbour.services[0]?.evidence;
      return {
        ...pageOf(left, query),
        of: this.harbour.services.length,
        evidence,
      };
    });
  }

  getServiceFacets(query: ServicesQuery, options?: AskOptions<ServiceFacets>) {
    return this.answer('facets', query, options?.signal, () =>
      facetsOf(this.harbour.services, query),
    );
  }

  getServicesCsv(query: ServicesQuery, options?: { signal?: AbortSignal }) {
    return this.answer('csv', query, options?.signal, () => {
      const left = sorted(filtered(this.harbour.services, query), query);
      return new Blob([toCsv(left)], { type: 'text/csv' });
    });
  }

  getDossier(service: ServiceRef, options?: AskOptions<Dossier>) {
    return this.answer('dossier', service, options?.signal, () => {
      const row = this.harbour.services.find(({ ref }) => ref === service);
      if (!row) {
        throw new Problem('not-found', 'Sightline does not know this.');
      }
      return dossier(row, this.harbour.now);
    });
  }

  readonly getCallMap = this.told('getCallMap');
  readonly getServiceCalls = this.told('getServiceCalls');
  readonly getDependencyDrift = this.told('getDependencyDrift');
  readonly getBlastRadius = this.told('getBlastRadius');
  readonly getSuspects = this.told('getSuspects');
  readonly getJourneys = this.told('getJourneys');
  readonly getJourney = this.told('getJourney');

  readonly getObjectives = this.told('getObjectives');
  readonly getObjectivesCsv = this.told('getObjectivesCsv');
  readonly getObjectiveProblems = this.told('getObjectiveProblems');
  readonly getServiceObjectives = this.told('getServiceObjectives');
  readonly getObjectiveHistory = this.told('getObjectiveHistory');

  readonly getContractMatrix = this.told('getContractMatrix');
  readonly getCanIDeploy = this.told('getCanIDeploy');
  readonly getServiceContracts = this.told('getServiceContracts');

  readonly getServiceWorkloads = this.told('getServiceWorkloads');
  readonly getDeploys = this.told('getDeploys');
  readonly getSafeToDeploy = this.told('getSafeToDeploy');
  readonly whereToAskIfSafe = this.told('whereToAskIfSafe');

  readonly getLookup = this.told('getLookup');
  readonly getOnCall = this.told('getOnCall');
  readonly getServiceOnCall = this.told('getServiceOnCall');
  readonly getTeamOnCall = this.told('getTeamOnCall');
  readonly makeOverride = this.told('makeOverride');
  readonly endOverride = this.told('endOverride');

  getSources(options?: AskOptions<SourceStatus[]>) {
    return this.answer(
      'sources',
      undefined,
      options?.signal,
      () => this.harbour.sources,
    );
  }

  refreshSource(id: string) {
    return this.answer(
      'refresh',
      id,
      undefined,
      (): SourceRun => ({
        startedAt: new Date().toISOString(),
        took: 240,
        outcome: this.refreshOutcome,
        calls: 3,
        notes: [],
        fault:
          this.refreshOutcome === 'failed'
            ? { kind: 'timeout', words: 'It did not answer within 10 s' }
            : undefined,
      }),
    );
  }

  getAliases(
    query: AliasesQuery & PageOptions,
    options?: AskOptions<AliasesPage>,
  ) {
    return this.answer('aliases', query, options?.signal, () => {
      const fits = (alias: Alias) =>
        (!query.state?.length || query.state.includes(alias.state)) &&
        (!query.kind || alias.outside.kind === query.kind) &&
        alias.outside.name
          .toLocaleLowerCase()
          .includes((query.q ?? '').toLocaleLowerCase());
      return pageOf(this.harbour.aliases.filter(fits), query);
    });
  }

  decideAliases(decisions: AliasDecision[]) {
    return this.answer('decide', decisions, undefined, () =>
      decisions.map(this.decide),
    );
  }

  private readonly decide = ({
    id,
    decision,
    service,
  }: AliasDecision): Alias => {
    const at = this.harbour.aliases.findIndex(alias => alias.id === id);
    const was = this.harbour.aliases[at];
    const undone = aliases(this.harbour.aliases.length, this.harbour.now)[at];
    const chosen = service ?? was.candidates[0]?.service;
    const now: Record<AliasDecision['decision'], Alias> = {
      accept: {
        ...was,
        state: 'accepted',
        service: chosen,
        decidedBy: 'user:default/guest',
      },
      reject: {
        ...was,
        state: 'rejected',
        service: undefined,
        decidedBy: 'user:default/guest',
      },
      undo: undone,
    };
    this.harbour.aliases[at] = now[decision];
    return now[decision];
  };

  /** What a test knows beside services and sources; without it nothing was ever seen. */
  private told<What extends keyof Told>(what: What) {
    return ((...question: unknown[]) => {
      const asking = question.filter(
        one => typeof one !== 'object' || !('signal' in one!),
      );
      const options = question.at(-1) as { signal?: AbortSignal } | undefined;
      return this.answer(what, asking, options?.signal, () => {
        const { calls, objectives, contracts, ...rest } = this.harbour;
        const told: Told = {
          ...{ ...calls, ...objectives, ...contracts },
          ...{ ...rest.workloads, ...rest.lookup },
        };
        const known = told[what] as
          | ((...all: unknown[]) => unknown)
          | undefined;
        if (!known) {
          throw new Problem('not-found', 'Sightline does not know this.');
        }
        return known(...asking);
      });
    }) as unknown as SightlineApi[What];
  }

  private async answer<T>(
    what: string,
    query: unknown,
    signal: AbortSignal | undefined,
    make: () => T,
  ): Promise<T> {
    this.asked.push({ what, with: query });
    await this.wait(what, query);
    if (signal?.aborted) {
      throw new DOMException('cancelled', 'AbortError');
    }
    if (this.problem && (!this.failing || this.failing.includes(what))) {
      throw new Problem(
        this.problem,
        problemWords[this.problem] ?? 'It failed.',
      );
    }
    return make();
  }

  private wait(what: string, query: unknown): Promise<unknown> {
    if (this.silent) {
      return new Promise(() => {});
    }
    const delay =
      typeof this.delay === 'function' ? this.delay(what, query) : this.delay;
    return typeof delay === 'number' && delay > 0
      ? new Promise(resolve => setTimeout(resolve, delay))
      : Promise.resolve(delay);
  }
}

const problemWords: Partial<Record<ProblemKind, string>> = {
  forbidden: 'You may not see this.',
  unavailable: 'Sightline’s backend does not answer.',
};
