import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Dossier,
  Known,
  ServiceRef,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { breathe } from '../../../platform/chunks';
import { withinTime } from '../../../platform/resilience/withinTime';
import { assembleDossier } from '../engine/assembleDossier';
import { hashOf } from '../list/selection';
import { Rows } from '../rows/createRows';
import { markDirty } from '../ServicesState';
import { DossierPart } from './DossierReader';
import { readDossierInputs } from './readDossierInputs';

export type DossierAssemblerOptions = {
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  validFor: number;
  parts: readonly DossierPart[];
  /** of lists: news about a service is news about its row */
  rows: Pick<Rows, 'refresh'>;
};

type Dirty = { ref: string; since: string | number };
type Parts = Map<string, Record<string, Known<unknown>>>;

const BATCH = 100;
const CLAIM = 60_000;

/** Without the times that move with every sweep: an etag says whether anything else did. */
const etagOf = ({ assembledAt: _, ...dossier }: Dossier) =>
  hashOf({
    ...dossier,
    service: { ...dossier.service, evidence: undefined },
    dependencies: { ...dossier.dependencies, evidence: undefined },
  });

/** Joins and stores the documents of services about which there is news. */
export const createDossierAssembler = (options: DossierAssemblerOptions) => {
  const { database, clock, logger, validFor, parts } = options;
  const postgres = database.client.config.client === 'pg';

  /** Claimed for a while, not taken away: whoever dies over them leaves them to others. */
  const claim = (): Promise<Dirty[]> =>
    database.transaction(async trx => {
      const now = clock();
      const waiting = trx('services_dirty')
        .where('claimed', '<', now)
        .orderBy('since')
        .limit(BATCH)
        .select('ref', 'since');
      const rows: Dirty[] = await (postgres
        ? waiting.forUpdate().skipLocked()
        : waiting);
      if (rows.length === 0) {
        return rows;
      }
      await trx('services_dirty')
        .whereIn(
          'ref',
          rows.map(({ ref }) => ref),
        )
        .update({ claimed: now + CLAIM });
      return rows;
    });

  const previous = async (refs: readonly string[]) => {
    const rows = await database('services_dossier')
      .whereIn('ref', [...refs])
      .select('ref', 'document');
    return new Map<string, Dossier>(
      rows.map(row => [row.ref, JSON.parse(row.document)]),
    );
  };

  /** A feature that fails leaves its last answer standing. */
  const readPart = async (
    part: DossierPart,
    refs: readonly string[],
    into: Parts,
  ) => {
    let answers: ReadonlyMap<ServiceRef, Known<unknown>> | undefined;
    try {
      answers = await withinTime(part.read(refs));
    } catch (error) {
      logger.warn(`Dossiers: part '${part.word}' could not be read: ${error}`);
    }
    const before = answers ? undefined : await previous(refs);
    for (const ref of refs) {
      const of = into.get(ref) ?? {};
      into.set(ref, of);
      of[part.word] = answers
        ? answers.get(ref) ?? unknown('no-data')
        : before?.get(ref)?.parts[part.word] ??
          unknown('source-unavailable', `${part.word} could not be asked`);
    }
  };

  const assemble = async (refs: readonly string[]): Promise<Dossier[]> => {
    const inputs = await readDossierInputs(database, refs, validFor);
    const present = inputs.map(({ service }) => service.ref);
    const read: Parts = new Map();
    await Promise.all(parts.map(part => readPart(part, present, read)));
    return inputs.map(input =>
      assembleDossier(
        { ...input, parts: read.get(input.service.ref) ?? {} },
        clock(),
      ),
    );
  };

  const store = async (dossiers: readonly Dossier[], done: readonly Dirty[]) =>
    database.transaction(async trx => {
      const rows = dossiers.map(dossier => ({
        ref: dossier.ref,
        document: JSON.stringify(dossier),
        etag: etagOf(dossier),
        assembled_at: clock(),
      }));
      if (rows.length > 0) {
        await trx('services_dossier').insert(rows).onConflict('ref').merge();
      }
      for (const { ref, since } of done) {
        // News that came meanwhile has a later `since` and stays.
        await trx('services_dirty').where({ ref, since }).delete();
      }
    });

  return {
    /** Assembles what waits; resolves to how many documents were written. */
    async run(): Promise<number> {
      let written = 0;
      for (let more = true; more; ) {
        const dirty = await claim();
        if (dirty.length === 0) {
          return written;
        }
        const refs = dirty.map(({ ref }) => ref);
        const dossiers = await assemble(refs);
        await options.rows.refresh(refs);
        await store(dossiers, dirty);
        written += dossiers.length;
        more = dirty.length === BATCH;
        await breathe();
      }
      return written;
    },

    /** For a reader that finds no document yet. */
    async assembleNow(ref: ServiceRef): Promise<void> {
      await store(await assemble([ref]), []);
    },

    changed: (refs: readonly string[]) => markDirty(database, refs, clock()),
  };
};

export type DossierAssembler = ReturnType<typeof createDossierAssembler>;
