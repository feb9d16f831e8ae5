import { SightlineEvents } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { ReadinessCheck } from '../../platform/http/healthRoutes';
import { createOutbox, Outbox } from '../../platform/outbox/outbox';
import { pruneOutbox } from '../../platform/outbox/prune';
import { createOutboxRelay } from '../../platform/outbox/relay';
import { createAliasDecisions } from './aliases/createAliasDecisions';
import { createAliasReader } from './aliases/createAliasReader';
import { createFleetMatcher } from './aliases/FleetMatcher';
import { createNameStore, NameStore } from './aliases/NameStore';
import { rematchRound } from './aliases/rematchRound';
import { askedServices } from './asked';
import { createDirectoryReader } from './directory/createDirectoryReader';
import { askProviders } from './dossier/askProviders';
import { createClueStore } from './dossier/ClueStore';
import { createDossierAssembler } from './dossier/DossierAssembler';
import { createDossierReader } from './dossier/createDossierReader';
import { DossierPart } from './dossier/DossierReader';
import { createFactStore } from './dossier/FactStore';
import { createServiceListReader } from './list/createServiceListReader';
import { createCatalogMirror } from './mirror/CatalogMirror';
import { createCatalogReader } from './mirror/CatalogReader';
import { createCatalogSource } from './mirror/catalogSource';
import { createEventRefresh } from './mirror/refreshOnEvents';
import { tellingNames } from './mirror/tellingNames';
import { readServicesConfig, ServicesConfig } from './readServicesConfig';
import { repeat } from '../../platform/repeat';
import { createFleetReader } from './fleetReader';
import { createRows } from './rows/createRows';
import { RowPart } from './rows/RowPart';
import { readState } from './ServicesState';
import { Services, ServicesOptions } from './Services';
import { tidy } from './tidy';

/** For how long a sweep of the catalog may be believed. */
const VALID_FOR = 2 * 60_000;
const HOUR = 3_600_000;

const mirrorOf = (
  options: ServicesOptions,
  config: ServicesConfig,
  { outbox, names }: { outbox: Outbox<SightlineEvents>; names: NameStore },
) => {
  const { types } = config;
  const mirror = tellingNames(
    createCatalogMirror({ ...options, outbox, types }),
    { names, types },
  );
  const reader = createCatalogReader({ ...options, types });
  const source = createCatalogSource({ ...options, mirror, reader });
  const refresh = createEventRefresh({ ...options, mirror, reader });
  return { source, refresh };
};

const aliasesOf = (
  options: ServicesOptions,
  config: ServicesConfig,
  outbox: Outbox<SightlineEvents>,
) => {
  const { namePrefixes, namesPerSource } = config;
  const { database } = options;
  const fleet = createFleetMatcher({ database, namePrefixes });
  const names = createNameStore({
    ...options,
    outbox,
    fleet,
    cap: namesPerSource,
  });
  return {
    names,
    rematch: () => rematchRound({ database, fleet, names, namePrefixes }),
    reader: createAliasReader(database),
    decisions: createAliasDecisions({ ...options, outbox, fleet }),
  };
};

const dossiersOf = (options: ServicesOptions, config: ServicesConfig) => {
  const parts: DossierPart[] = [];
  const rowParts: RowPart[] = [];
  const rows = createRows({ ...options, parts: rowParts });
  const assembler = createDossierAssembler({
    ...options,
    validFor: VALID_FOR,
    ...{ parts, rows },
  });
  return {
    ...{ parts, rowParts, rows },
    assembler,
    facts: createFactStore(options),
    clues: createClueStore({ ...options, cap: config.cluesPerService }),
    reader: createDossierReader({ ...options, assembler }),
  };
};

const readinessOf = (database: Knex): ReadinessCheck => ({
  name: 'catalog mirror',
  check: async () => {
    const { sweptAt } = await readState(database);
    return sweptAt === undefined
      ? { ok: false, words: 'The catalog has not been read completely yet' }
      : { ok: true, words: 'The catalog has been mirrored' };
  },
});

/** Wires the feature by hand; everything it needs comes in as an argument. */
export const createServices = (options: ServicesOptions): Services => {
  const { database, clock, logger, factProviders, clueProviders } = options;
  const config = readServicesConfig(options.config);
  const outbox = createOutbox<SightlineEvents>(options);
  const aliases = aliasesOf(options, config, outbox);
  const { names } = aliases;
  const { source, refresh } = mirrorOf(options, config, { outbox, names });
  const dossiers = dossiersOf(options, config);
  const relay = createOutboxRelay({ ...options, holder: randomUUID() });
  const providers = {
    ...options,
    ...dossiers,
    factProviders: factProviders ?? [],
    clueProviders: clueProviders ?? [],
  };
  const list = createServiceListReader({ database, validFor: VALID_FOR });
  let stopWork: (() => Promise<void>) | undefined;

  const prune = async () => {
    const lost = await pruneOutbox({ database, clock });
    for (const [topic, count] of lost) {
      logger.warn(`Dropped ${count} events of ${topic} that nobody took`);
    }
  };

  return {
    source,
    sections: {
      names: aliases.names.accept,
      facts: dossiers.facts.accept,
      clues: dossiers.clues.accept,
    },
    list,
    dossiers: dossiers.reader,
    directory: createDirectoryReader({
      ...{ database, clock, validFor: VALID_FOR },
    }),
    fleet: createFleetReader({
      ...{ database, aliases: aliases.reader, size: list.count },
    }),
    aliases: { ...aliases.reader, ...aliases.decisions },
    asked: ({ pageSize } = {}) =>
      askedServices(database, aliases.reader, pageSize),
    registerPart: part => dossiers.parts.push(part),
    registerRowPart: part => dossiers.rowParts.push(part),
    changed: dossiers.assembler.changed,
    rowsChanged: dossiers.rows.refreshSoon,
    readiness: readinessOf(database),
    async start() {
      await refresh.start();
      stopWork = repeat(
        [
          { name: 'Publishing events', every: 500, run: relay.run },
          { name: 'Matching names', every: 1_000, run: aliases.rematch },
          {
            name: 'Assembling dossiers',
            every: 1_000,
            run: dossiers.assembler.run,
          },
          {
            name: 'Reading rows anew',
            every: 5_000,
            run: dossiers.rows.refreshDue,
          },
          {
            name: 'Asking providers',
            every: 30_000,
            run: signal => askProviders(providers, signal),
          },
          { name: 'Pruning the outbox', every: HOUR, run: prune },
          {
            name: 'Forgetting old names',
            every: HOUR,
            run: () => tidy(database, clock()),
          },
        ],
        logger,
      );
    },
    async stop() {
      await refresh.stop();
      await stopWork?.();
    },
  };
};
